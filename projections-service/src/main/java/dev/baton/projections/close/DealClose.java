package dev.baton.projections.close;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// One attempt at a deal: from the lead to its close, if it has one.
///
/// @param value the last known
/// @param ending absent while the attempt is not closed; a disqualified lead never is
public record DealClose(
        String deal,
        int attempt,
        Subject subject,
        Instant found,
        @Nullable Instant qualified,
        @Nullable Money value,
        @Nullable Ending ending) {

    /// What wins and losses are grouped by.
    public record Subject(
            @Nullable String territory, @Nullable String product) {}

    public record Ending(
            Outcome outcome,
            Instant at,
            Instant recorded,
            @Nullable String reason,
            @Nullable String competitor) {}

    DealClose qualified(@Nullable Instant at) {
        return new DealClose(deal, attempt, subject, found, at, value, ending);
    }

    /// Nothing said about the value keeps the last known one.
    DealClose worth(@Nullable Money said) {
        return said == null ? this : new DealClose(deal, attempt, subject, found, qualified, said, ending);
    }

    DealClose closed(@Nullable Ending told) {
        return new DealClose(deal, attempt, subject, found, qualified, value, told);
    }
}
