package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenAbsent;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One way in which news, people and rounds come between each other. Everything that is left to chance is drawn from
/// the seed, in one order: the same seed is the same story.
final class Interleaving {
    private static final int STEPS = 600;
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");

    static final List<Holder> PEOPLE = List.of(
            new Holder(SALES_MANAGER, "steward"),
            new Holder(SALES_MANAGER, "mia"),
            new Holder(SALES_REPRESENTATIVE, "rita"),
            new Holder(SALES_REPRESENTATIVE, "ron"),
            new Holder(ACCOUNT_EXECUTIVE, "anna"),
            new Holder(ACCOUNT_EXECUTIVE, "ben"),
            new Holder(ACCOUNT_EXECUTIVE, "cleo"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sue"),
            new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sid"));

    private final long seed;
    private final int deals;
    private int seconds;
    final Random random;
    final Department department = new Department();
    final Sagas sagas;
    private final RandomRounds rounds = new RandomRounds(this);
    private final AtRest atRest;
    private final List<Runnable> moves = new ArrayList<>();

    Interleaving(long seed, int deals) {
        this.seed = seed;
        this.deals = deals;
        random = new Random(seed);
        PEOPLE.forEach(person -> department.join(person.role(), person.member(), 5 + random.nextInt(40)));
        department.policy = policy();
        sagas = new Sagas(department, new Relay(department, department, InstantSource.fixed(DAY)));
        RandomNews news = new RandomNews(this);
        atRest = new AtRest(department, sagas, news.found(), "seed " + seed);
        moves.addAll(news.usual());
        moves.addAll(new RandomActs(this).all());
        moves.addAll(news.unusual());
        moves.addAll(rounds.all());
        moves.add(() -> sagas.recognise(deal(), now()));
    }

    private RoutingPolicy policy() {
        Map<Role, Rule> rules = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Acceptance acceptance = random.nextBoolean() ? Acceptance.PERSON : Acceptance.POLICY;
            boolean queue = random.nextInt(4) > 0;
            rules.put(
                    role,
                    new Rule(
                            acceptance,
                            1,
                            queue ? WhenNobody.QUEUE : WhenNobody.STEWARD,
                            queue ? null : "mia",
                            new Patience(480, 2, 3, null, null, random.nextBoolean() ? 60 : null),
                            null,
                            random.nextBoolean() ? WhenAbsent.DELEGATE : null));
        }
        return new RoutingPolicy("default", 1, rules);
    }

    void play() {
        try {
            for (int step = 0; step < STEPS; step++) {
                if (step == STEPS / 2) {
                    atRest.theLogSaysWhatEachSagaRemembers();
                }
                moves.get(random.nextInt(moves.size())).run();
            }
            settle();
            atRest.everythingIsAsItShouldBe();
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("-Dbaton.seed=" + seed + " -Dbaton.interleavings=1", failure);
        }
    }

    /// All news is heard and all rounds are walked, until nothing happens any more.
    private void settle() {
        int before;
        do {
            before = department.told.size();
            sagas.deliverAll();
            rounds.walk();
            sagas.deliverAll();
        } while (department.told.size() > before);
        sagas.recogniseAll(now());
    }

    // --- what is drawn ---------------------------------------------------------------------------------------------

    String deal() {
        return "deal-" + random.nextInt(deals);
    }

    Holder person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    /// Clocks differ by some seconds, and some news is late.
    Instant now() {
        return DAY.plusSeconds(seconds++ + random.nextInt(20) - 10);
    }

    void rarely(Runnable move) {
        if (random.nextInt(5) == 0) {
            move.run();
        }
    }

    /// Somebody, unless another was faster.
    void act(ResponsibilityCommand command) {
        try {
            sagas.act(command, now());
        } catch (ResponsibilityRefused tooLate) {
            // then not
        }
    }
}
