package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// One that is drawn from a seed, in one order: the same seed is the same history. While the relay
/// is at work others join, leave and change, and another instance retries a deal that was parked;
/// people answer, managers reassign, deals rest, go back and come back, the queue is woken behind
/// its time, policies change.
final class GeneratedHistory extends SimulatedService {
    final Random random;
    final GeneratedPeople who;
    private final GeneratedNews news;
    private final GeneratedRounds rounds = new GeneratedRounds(this);
    private final GeneratedPolicies policy;
    private final Map<String, List<LoggedFact>> parked = new TreeMap<>();

    /// How much of what was kept for parked deals had its effect when it was retried.
    int heardLate;

    /// How often somebody changed while the relay was at work, and a deal was retried meanwhile.
    int changedMeanwhile;

    int retriedMeanwhile;

    GeneratedHistory(long seed, int steps) {
        random = new Random(seed);
        who = new GeneratedPeople(this);
        news = new GeneratedNews(this);
        policy = new GeneratedPolicies(this);
        policy.change();
        who.join();
        List<Runnable> moves = moves();
        for (int step = 0; step < steps; step++) {
            moves.get(random.nextInt(moves.size())).run();
        }
    }

    private List<Runnable> moves() {
        return List.of(
                news::find,
                news::advance,
                news::advance,
                news::advance,
                this::hear,
                this::hear,
                this::hear,
                who::answer,
                who::answer,
                rounds::wakeTheQueue,
                rounds::wakeTheQueue,
                rounds::walk,
                () -> rarely(who::reassign),
                () -> rarely(who::changeSomebody),
                () -> rarely(news::turn),
                () -> rarely(news::turn),
                () -> rarely(this::park),
                () -> rarely(this::retry),
                () -> rarely(policy::change));
    }

    private void rarely(Runnable move) {
        if (random.nextInt(4) == 0) {
            move.run();
        }
    }

    /// Or one that will be found next.
    String anyDealOrNone() {
        return "deal-" + random.nextInt(news.deals() + 1);
    }

    // --- what the relay hears, and what is kept for deals that are parked -------------------------------------------

    private void hear() {
        List<LoggedFact> batch = new ArrayList<>();
        int most = 1 + random.nextInt(5);
        while (batch.size() < most && !log.unheard.isEmpty()) {
            LoggedFact next = log.unheard.poll();
            parked.getOrDefault(next.stream().id(), batch).add(next);
        }
        hear(batch);
    }

    private void park() {
        parked.putIfAbsent(anyDealOrNone(), new ArrayList<>());
    }

    private void retry() {
        parked.keySet().stream().findFirst().ifPresent(deal -> {
            int before = log.facts.size();
            List<LoggedFact> kept = parked.remove(deal);
            hear(List.copyOf(kept));
            heardLate += (int) log.facts.stream()
                    .skip(before)
                    .filter(fact -> kept.stream().anyMatch(news -> news.id().equals(fact.cause())))
                    .count();
        });
    }

    // --- what others do while the relay is at work -----------------------------------------------------------------

    @Override
    void beforeEachStep() {
        SimulatedCommit mine = relaying();
        if (mine != null && news.deals() > 0 && random.nextInt(40) == 0) {
            Holder somebody = who.anybody();
            if (!mine.touches(somebody.role().stream(somebody.member()))) {
                changedMeanwhile++;
                meanwhile(() -> who.change(somebody));
            }
        }
    }

    @Override
    void afterLooking() {
        // nobody does anything
    }

    /// On another instance: as long as this one has done nothing, neither waits for the other.
    @Override
    void afterReading(SimulatedCommit mine) {
        if (mine.facts.isEmpty() && !parked.isEmpty() && random.nextInt(3) == 0) {
            retriedMeanwhile++;
            meanwhile(this::retry);
        }
    }

    @Override
    boolean seesPolicyLate() {
        return random.nextBoolean();
    }
}
