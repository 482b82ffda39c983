package dev.baton.roles.whatif;

import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Step by step, what really followed and what would have. A step is alike when every fact of it
/// is, in order: decisions with all candidates, scores and reasons, places, offers, hand-overs.
final class Comparison {
    private static final int SHOWN = 20;

    private final List<DecisionDifference> first = new ArrayList<>();
    private long steps;
    private long differing;
    private long recorded;
    private long whatIf;
    private long identical;
    private long sameChoice;
    private long otherChoice;
    private long onlyRecorded;
    private long onlyWhatIf;

    /// One decision that was made otherwise, with everything that spoke for it.
    ///
    /// @param position of the news that it followed from
    record DecisionDifference(
            long position,
            String deal,
            @Nullable AssignmentDecided recorded,
            @Nullable AssignmentDecided whatIf) {}

    /// @param alike every step had the very same effects
    record Steps(long compared, long differing, boolean alike) {}

    /// @param identical the same candidates in the same order, with scores and reasons
    /// @param sameChoice somebody is chosen, or nobody, as before, on other grounds
    record Decisions(
            long recorded,
            long whatIf,
            long identical,
            long sameChoice,
            long otherChoice,
            long onlyRecorded,
            long onlyWhatIf) {}

    void step(News news, RecordedStep real, List<Happened> other) {
        steps++;
        if (!alike(real.facts(), other)) {
            differing++;
        }
        decisions(news, real.decisions(), other);
    }

    /// What followed in the other world alone, outside of any real step.
    void more(List<Happened> other) {
        long decided = decided(other).size();
        whatIf += decided;
        onlyWhatIf += decided;
    }

    boolean diverged() {
        return differing > 0;
    }

    private static boolean alike(List<LoggedFact> real, List<Happened> other) {
        return real.stream()
                .map(fact -> Essence.of(fact.stream(), fact.event()))
                .toList()
                .equals(other.stream()
                        .map(effect -> Essence.of(effect.stream(), effect.event()))
                        .toList());
    }

    /// A fact without what only says by which version it came about, what was known, and when it
    /// will be due.
    private record Essence(Object stream, Object event) {
        static Essence of(Object stream, Object event) {
            return new Essence(
                    stream,
                    switch (event) {
                        case OfferMade made -> new OfferMade(made.offer(), made.to(), made.epoch());
                        case AssignmentDecided decided -> essence(decided);
                        case AssignmentQueued queued ->
                            new AssignmentQueued(queued.role(), queued.territory(), queued.reason());
                        case AssignmentEscalated escalated ->
                            new AssignmentEscalated(escalated.role(), escalated.manager(), escalated.reason());
                        case PackageRefused refused -> new PackageRefused(refused.holder(), refused.missing());
                        case ResponsibilityTransferred moved ->
                            new ResponsibilityTransferred(
                                    moved.from(),
                                    moved.to(),
                                    moved.epoch(),
                                    moved.cause(),
                                    moved.acceptance(),
                                    moved.offer(),
                                    moved.by(),
                                    moved.credit());
                        case ResponsibilityReopened again -> new ResponsibilityReopened(again.holder(), again.epoch());
                        default -> event;
                    });
        }
    }

    private static AssignmentDecided essence(AssignmentDecided decided) {
        return new AssignmentDecided(
                decided.role(), "-", 0, decided.candidates(), decided.chosen(), decided.requested());
    }

    private void decisions(News news, List<AssignmentDecided> real, List<Happened> effects) {
        List<AssignmentDecided> other = decided(effects);
        recorded += real.size();
        whatIf += other.size();
        for (int i = 0; i < Math.max(real.size(), other.size()); i++) {
            pair(news, i < real.size() ? real.get(i) : null, i < other.size() ? other.get(i) : null);
        }
    }

    private static List<AssignmentDecided> decided(List<Happened> effects) {
        return effects.stream()
                .filter(effect -> effect.event() instanceof AssignmentDecided)
                .map(effect -> (AssignmentDecided) effect.event())
                .toList();
    }

    private void pair(News news, @Nullable AssignmentDecided real, @Nullable AssignmentDecided other) {
        if (real != null && other != null && essence(real).equals(essence(other))) {
            identical++;
            return;
        }
        if (real == null) {
            onlyWhatIf++;
        } else if (other == null) {
            onlyRecorded++;
        } else if (real.role() == other.role() && Objects.equals(real.chosen(), other.chosen())) {
            sameChoice++;
        } else {
            otherChoice++;
        }
        if (first.size() < SHOWN) {
            first.add(new DecisionDifference(news.fact().position(), news.deal(), real, other));
        }
    }

    Steps steps() {
        return new Steps(steps, differing, differing == 0);
    }

    Decisions decisions() {
        return new Decisions(recorded, whatIf, identical, sameChoice, otherChoice, onlyRecorded, onlyWhatIf);
    }

    List<DecisionDifference> first() {
        return List.copyOf(first);
    }
}
