package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.testing.Seed;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.ChangeCapacity;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.member.SlotRefused;
import dev.baton.roles.member.Slots.Slot;
import dev.baton.roles.rebuild.RebuiltHandOffs;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision.Next;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState.Decision;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Escalated;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.responsibility.ResponsibilityState.Queued;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenAbsent;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ten people and a hundred deals: news comes late and twice, offers are answered, missed and raced by managers, people
/// leave and come back, sagas are written down and read back in between. `-Dbaton.seed` repeats a run,
/// `-Dbaton.interleavings` asks for more.
class RandomRelayTest {
    private static final int DEALS = 100;
    private static final int STEPS = 600;
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    private static final List<Holder> PEOPLE = List.of(
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

    private static final List<Consumer<Run>> MOVES = List.of(
            Run::find,
            run -> run.sagas.tell(run.deal(), new LeadQualified(null, null, null), run.now()),
            run -> run.sagas.tell(run.deal(), new Negotiated(Money.parse("USD 10"), null), run.now()),
            Run::win,
            run -> run.rarely(() -> run.end(new Closed(Outcome.LOST, null, "price", null))),
            run -> run.rarely(() -> run.end(new LeadDisqualified("no need"))),
            run -> run.sagas.deliver(run.deal()),
            run -> run.sagas.deliver(run.deal()),
            run -> run.sagas.deliverTwice(run.deal()),
            run -> run.sagas.deliverAll(),
            run -> run.answer(
                    run.deal(),
                    offer -> new AcceptOffer(
                            offer.deal,
                            offer.offered.offer(),
                            Acceptance.PERSON,
                            offer.offered.to().member())),
            run -> run.answer(
                    run.deal(),
                    offer -> new AcceptOffer(
                            offer.deal,
                            offer.offered.offer(),
                            Acceptance.PERSON,
                            offer.offered.to().member())),
            run -> run.answer(
                    run.deal(),
                    offer -> new DeclineOffer(
                            offer.deal,
                            offer.offered.offer(),
                            offer.offered.to().member(),
                            "busy",
                            run.ground())),
            run -> run.answer(
                    run.deal(),
                    offer -> new ExpireOffer(offer.deal, offer.offered.offer(), ExpiryCause.NOT_ACCEPTED_IN_TIME)),
            run -> run.rarely(run::reassign),
            run -> run.rarely(run::leave),
            run -> run.rarely(run::comeBack),
            run -> run.rarely(run::goAway),
            run -> run.rarely(run::changeCapacity),
            run -> run.department.takenByOthers.put(run.person(), 1),
            run -> run.rarely(run::reopen),
            run -> run.rarely(run::reverse),
            run -> run.rarely(run::returnLead),
            run -> run.rarely(() -> run.end(new DealMerged("deal-other", null))),
            run -> run.rarely(
                    () -> run.sagas.tell(run.deal(), new HandoverRejected(List.of("plan"), "sam"), run.now())),
            run -> run.rarely(() -> run.sagas.tell(run.deal(), new HandoverRequested(null), run.now())),
            Run::refusePackage,
            run -> run.rarely(run::preparePackage),
            Run::moveWhatLacks,
            run -> run.rarely(() -> run.sagas.tell(
                    run.deal(), new DealPutOnHold(Stage.QUALIFIED, LocalDate.EPOCH, "budget"), run.now())),
            run -> run.rarely(() -> run.sagas.tell(
                    run.deal(), new DealResumed(Stage.QUALIFIED, ResumeCause.REVIEW_DUE, null), run.now())),
            run -> run.rarely(
                    () -> run.sagas.tell(run.deal(), new LeadRecycled(LocalDate.EPOCH, "not now"), run.now())),
            run -> run.rarely(() -> run.sagas.tell(
                    run.deal(),
                    new DealCorrected("mistyped", null, null, null, run.territory(), null, null, null),
                    run.now())),
            run -> run.rarely(() -> run.sagas.tell(run.deal(), new NurtureDue(LocalDate.EPOCH), run.now())),
            run -> run.rarely(() -> run.sagas.tell(run.deal(), new OnboardingCompleted(null), run.now())),
            run -> run.rarely(
                    () -> run.sagas.tell(run.deal(), new CaseOpened("C-1", "it stops", Priority.HIGH), run.now())),
            run -> run.rarely(() -> run.sagas.tell(run.deal(), new CaseResolved("C-1", "oiled"), run.now())),
            Run::round,
            Run::tooLongAway,
            Run::waitTooLong,
            Run::decideNothing,
            Run::wake,
            run -> run.sagas.recognise(run.deal(), run.now()));

    @Tag("random")
    @Test
    void no_interleaving_breaks_a_rule() {
        int moved = 0;
        int interleavings = Integer.getInteger("baton.interleavings", Seed.times(200));
        long seed = Seed.of(interleavings + " interleavings");
        for (int i = 0; i < interleavings; i++) {
            Run run = new Run(seed + i, deals(seed + i));
            run.play(MOVES);
            moved += run.sagas.packages.movedOn;
        }
        assertThat(interleavings < 100 || moved > interleavings / 10)
                .as("how many packages that lacked something got another holder: %d", moved)
                .isTrue();
    }

    /// Of every other one few deals, of each much.
    private static int deals(long seed) {
        return seed % 2 == 0 ? DEALS : DEALS / 5;
    }

    /// What the relay has written of one interleaving, all of it at rest: few deals, of each much.
    static MemoryLog history(long seed) {
        Run run = new Run(seed, DEALS / 5);
        run.play(MOVES);
        return run.department.log;
    }

    private record Standing(String deal, Offered offered) {}

    private static final class Run {
        private final long seed;
        private final int deals;
        private final Random random;
        private final Department department = new Department();
        private final Sagas sagas;
        private final Set<String> found = new HashSet<>();
        private final Set<String> over = new HashSet<>();
        private final Set<String> merged = new HashSet<>();
        private final Set<String> won = new HashSet<>();
        private final Map<String, Holder> closers = new HashMap<>();
        private int seconds;

        Run(long seed, int deals) {
            this.seed = seed;
            this.deals = deals;
            random = new Random(seed);
            PEOPLE.forEach(person -> department.join(person.role(), person.member(), 5 + random.nextInt(40)));
            department.policy = policy();
            sagas = new Sagas(department, new Relay(department, department, InstantSource.fixed(DAY)));
        }

        /// Everybody works everywhere.
        String territory() {
            return random.nextBoolean() ? "East" : "West";
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

        void play(List<Consumer<Run>> moves) {
            try {
                for (int step = 0; step < STEPS; step++) {
                    if (step == STEPS / 2) {
                        theLogSaysWhatEachSagaRemembers();
                    }
                    moves.get(random.nextInt(moves.size())).accept(this);
                }
                settle();
                Invariants.hold("seed " + seed, department.told);
                assertThat(department.log.proof().findings()).isEmpty();
                everybodyHoldsWhatTheyShould();
                theLogSaysWhatEachSagaRemembers();
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
                round();
                sagas.deliverAll();
            } while (department.told.size() > before);
            sagas.recogniseAll(now());
        }

        private void everybodyHoldsWhatTheyShould() {
            department.deals().forEach((deal, state) -> {
                switch (state) {
                    case Held held -> holdsItAlone(deal, held);
                    case Ended ended -> assertThat(places(deal)).as(about(deal)).isEmpty();
                    default -> {}
                }
            });
        }

        private void holdsItAlone(String deal, Held held) {
            HandOff saga = Objects.requireNonNull(sagas.read(deal), about(deal));
            assertThat(saga.holding().holder()).as(about(deal)).isEqualTo(held.holder());
            assertThat(saga.holding().epoch()).as(about(deal)).isEqualTo(held.epoch());
            assertThat(lacking(saga) != null)
                    .as(() -> "whether something lacks, " + about(deal) + department.log.story(deal))
                    .isEqualTo(sagas.packages.lacks(deal));
            assertThat(department.people().get(held.holder()))
                    .as("%s held by somebody who is there", about(deal))
                    .isNotInstanceOf(Departed.class);
            List<Holder> expected = new ArrayList<>(List.of(held.holder()));
            if (held.handOver() instanceof Offered offered) {
                expected.add(offered.to());
            }
            assertThat(places(deal).keySet()).as(about(deal)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(places(deal).get(held.holder()).confirmed())
                    .as(about(deal))
                    .isTrue();
        }

        /// However far behind its news each of them is.
        private void theLogSaysWhatEachSagaRemembers() {
            RebuiltHandOffs rebuilt = department.log.rebuilt();
            for (String deal : found) {
                HandOff remembered = sagas.read(deal);
                HandOff byTheLog = rebuilt.of(deal, sagas.heard(deal));
                // Its saga ended with it, by a merger perhaps of what had been disqualified before.
                if (sagas.isOver(deal)) {
                    assertThat(Objects.requireNonNull(byTheLog).over())
                            .as(about(deal))
                            .isNotNull();
                    continue;
                }
                assertThat(lacking(byTheLog))
                        .as(() -> "what lacks, " + about(deal) + department.log.story(deal))
                        .isEqualTo(lacking(remembered));
                assertThat(byTheLog == null ? null : byTheLog.plain())
                        .as(() -> about(deal) + ", heard up to " + sagas.heard(deal) + department.log.story(deal))
                        .isEqualTo(remembered == null ? null : remembered.plain());
            }
        }

        private static @Nullable String lacking(@Nullable HandOff handOff) {
            return handOff == null ? null : handOff.search().lacking();
        }

        private Map<Holder, Slot> places(String deal) {
            Map<Holder, Slot> places = new HashMap<>();
            department.people().forEach((person, state) -> {
                Slot slot = state.slots().byDeal().get(deal);
                if (slot != null) {
                    places.put(person, slot);
                }
            });
            return places;
        }

        private String about(String deal) {
            return deal + ", seed " + seed;
        }

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

        @Nullable
        Ground ground() {
            return switch (random.nextInt(6)) {
                case 0, 1 -> Ground.NOT_QUALIFIED;
                case 2 -> Ground.PACKAGE_INCOMPLETE;
                default -> null;
            };
        }

        /// Nothing finds a deal twice: its second finding is the same event, which the log has.
        void find() {
            String deal = deal();
            if (found.add(deal)) {
                sagas.tell(deal, lead(), now());
            }
        }

        private LeadFound lead() {
            Holder finder = random.nextBoolean() ? PEOPLE.get(0) : PEOPLE.get(2);
            return new LeadFound("milestones", "a lead", null, null, null, null, null, null, null, 1, finder);
        }

        void rarely(Runnable move) {
            if (random.nextInt(5) == 0) {
                move.run();
            }
        }

        void answer(String deal, Function<Standing, ResponsibilityCommand> how) {
            if (department.of(deal) instanceof Held held && held.handOver() instanceof Offered offered) {
                act(how.apply(new Standing(deal, offered)));
            }
        }

        private void act(ResponsibilityCommand command) {
            try {
                sagas.act(command, now());
            } catch (ResponsibilityRefused tooLate) {
                // somebody was faster
            }
        }

        void reassign() {
            Holder to = person();
            if (!(department.people().get(to) instanceof Departed)) {
                act(new ForceTransfer(deal(), to, null, "mia"));
            }
        }

        void leave() {
            Holder person = PEOPLE.get(1 + random.nextInt(PEOPLE.size() - 1));
            department.send(new Depart(person.role(), person.member(), null), now());
        }

        void comeBack() {
            Holder person = person();
            department.join(person.role(), person.member(), 5 + random.nextInt(40));
        }

        void goAway() {
            Holder person = PEOPLE.get(1 + random.nextInt(PEOPLE.size() - 1));
            Availability to = random.nextBoolean() ? Availability.ABSENT : Availability.AVAILABLE;
            quietly(() ->
                    department.send(new ChangeAvailability(person.role(), person.member(), to, null, null), now()));
        }

        void changeCapacity() {
            Holder person = person();
            quietly(() ->
                    department.send(new ChangeCapacity(person.role(), person.member(), random.nextInt(40)), now()));
        }

        private static void quietly(Runnable move) {
            try {
                move.run();
            } catch (SlotRefused gone) {
                // has departed
            }
        }

        /// As `Overdue` finds them.
        void round() {
            department.deals().forEach((deal, state) -> {
                if (!(state instanceof Held held)) {
                    return;
                }
                if (held.handOver() instanceof Offered(String offer, Holder to)
                        && department.people().get(to) instanceof Departed) {
                    act(new ExpireOffer(deal, offer, ExpiryCause.DEPARTED));
                }
                if (!held.rehoming() && department.people().get(held.holder()) instanceof Departed) {
                    act(new BeginRehoming(deal, held.holder(), RehomingCause.DEPARTED));
                }
                if (!held.rehoming() && held.credit() != null && department.here(held.credit())) {
                    act(new BeginRehoming(deal, held.holder(), RehomingCause.RETURNED));
                }
            });
        }

        void tooLongAway() {
            String deal = deal();
            if (department.of(deal) instanceof Held held && !department.here(held.holder())) {
                boolean delegated = department.policy.of(held.holder().role()).delegates();
                act(new BeginRehoming(deal, held.holder(), RehomingCause.ABSENT, delegated));
            }
        }

        /// As the deal's own guards let it happen: nothing is won that is over.
        void win() {
            String deal = deal();
            if (found.contains(deal) && !over.contains(deal)) {
                won.add(deal);
                if (department.of(deal) instanceof Held held) {
                    closers.put(deal, held.holder());
                }
                sagas.tell(deal, new Closed(Outcome.WON, null, null, null), now());
            }
        }

        void end(Object event) {
            String deal = deal();
            if (!found.contains(deal)) {
                return;
            }
            if (event instanceof DealMerged) {
                merged.add(deal);
            }
            over.add(deal);
            sagas.tell(deal, event, now());
        }

        private Holder executive() {
            return PEOPLE.get(4 + random.nextInt(3));
        }

        void reopen() {
            String deal = deal();
            if (found.contains(deal) && over.contains(deal) && !merged.contains(deal)) {
                Stage stage = random.nextBoolean() ? Stage.PROSPECTING : Stage.NEGOTIATING;
                Holder by = PEOPLE.get(random.nextInt(2));
                over.remove(deal);
                won.remove(deal);
                sagas.tell(deal, new DealReopened(2, stage, "again", by, executive()), now());
            }
        }

        void reverse() {
            String deal = deal();
            Holder closedBy = closers.get(deal);
            if (closedBy != null && !over.contains(deal) && won.remove(deal)) {
                Reversal kind = random.nextBoolean() ? Reversal.BOOKED_IN_ERROR : Reversal.CLIENT_CANCELLED;
                if (kind == Reversal.CLIENT_CANCELLED) {
                    over.add(deal);
                }
                sagas.tell(deal, new CloseReversed(kind, "a mistake", "mia", "steward", closedBy), now());
            }
        }

        private String wonDeal() {
            List<String> all = won.stream().sorted().toList();
            return all.isEmpty() ? deal() : all.get(random.nextInt(all.size()));
        }

        /// Support that is asked, or was, says that something is missing.
        void refusePackage() {
            String deal = wonDeal();
            if (department.of(deal) instanceof Held held) {
                if (held.handOver() instanceof Offered(String offer, Holder to)
                        && to.role() == CUSTOMER_SUPPORT_REPRESENTATIVE) {
                    act(new DeclineOffer(deal, offer, to.member(), "the plan", Ground.PACKAGE_INCOMPLETE));
                } else {
                    sagas.tell(deal, new HandoverRejected(List.of("the plan"), "sam"), now());
                }
                if (random.nextBoolean()) {
                    sagas.deliverAllOf(deal);
                }
            }
        }

        void preparePackage() {
            String deal = wonDeal();
            if (won.contains(deal)) {
                sagas.tell(deal, new HandoverPrepared(new HandoverPackage("all of it", null, null)), now());
            }
        }

        /// Whose package lacks something gets another holder.
        void moveWhatLacks() {
            for (String deal : found) {
                if (sagas.packages.lacks(deal) && department.of(deal) instanceof Held held && random.nextBoolean()) {
                    Holder to = PEOPLE.get(4 + random.nextInt(3));
                    if (!to.equals(held.holder()) && !(department.people().get(to) instanceof Departed)) {
                        act(new ForceTransfer(deal, to, null, "mia"));
                    }
                }
            }
        }

        void returnLead() {
            String deal = deal();
            if (found.contains(deal) && !over.contains(deal) && !won.contains(deal)) {
                sagas.tell(deal, new LeadReturned("no budget", "anna"), now());
            }
        }

        void wake() {
            String deal = deal();
            if (department.of(deal) instanceof Held held && held.handOver() instanceof Queued queued) {
                act(new Wake(deal, queued.role(), "a place became free"));
            }
        }

        /// Whatever the time: all of them have waited for too long.
        void waitTooLong() {
            String deal = deal();
            if (department.of(deal) instanceof Held held && held.handOver() instanceof Queued queued) {
                act(new EscalateWait(deal, queued.role(), Instant.MAX, "mia", now()));
            }
        }

        /// Whatever the time: none of them is decided.
        void decideNothing() {
            String deal = deal();
            if (department.of(deal) instanceof Held held) {
                switch (held.handOver()) {
                    case Escalated(Role role, Decision decision) -> goesOn(deal, role, decision);
                    case Queued(Role role, Instant _, Decision decision)
                    when decision != null -> goesOn(deal, role, decision);
                    default -> {}
                }
            }
        }

        private void goesOn(String deal, Role role, Decision decision) {
            List<Next> line = Decider.after(List.of("mia"), department, department.policy, role, now());
            act(new EscalateDecision(deal, role, Instant.MAX, decision.manager(), line));
        }
    }
}
