package dev.baton.projections.close;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All attempts at one deal, the last one being the present one.
public record DealCloses(List<DealClose> attempts) {
    public DealCloses {
        attempts = List.copyOf(attempts);
    }

    DealClose now() {
        return attempts.getLast();
    }

    /// The present attempt changes, those before it stay.
    DealCloses changed(UnaryOperator<DealClose> change) {
        List<DealClose> all = new ArrayList<>(attempts);
        all.add(change.apply(all.removeLast()));
        return new DealCloses(all);
    }

    /// What the deal is about is the same for every attempt.
    DealCloses about(DealClose.Subject subject) {
        return new DealCloses(
                attempts.stream().map(attempt -> attempt.about(subject)).toList());
    }

    /// @param qualified when the deal goes on as a qualified one
    DealCloses again(int attempt, @Nullable Instant qualified) {
        DealClose last = now();
        List<DealClose> all = new ArrayList<>(attempts);
        all.add(new DealClose(last.deal(), attempt, last.subject(), last.found(), qualified, null, last.value(), null));
        return new DealCloses(all);
    }
}
