package dev.baton.projections.close;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ExchangeRate;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// One attempt at a deal: from the lead to its close, if it has one.
///
/// @param found when the lead was found, whichever attempt it is
/// @param agreed when the terms were agreed, unless they were reopened
/// @param value the last known
/// @param ending absent while the attempt is not closed, or its close was booked in error; a disqualified lead never is
public record DealClose(
        String deal,
        int attempt,
        Subject subject,
        Instant found,
        @Nullable Instant qualified,
        @Nullable Instant agreed,
        @Nullable Money value,
        @Nullable Ending ending) {

    /// What wins and losses are grouped by.
    public record Subject(
            @Nullable String territory, @Nullable String product) {}

    /// @param rate what the value's currency was worth in the base currency, as far as it was known then
    public record Ending(
            Outcome outcome,
            Instant at,
            Instant recorded,
            @Nullable String reason,
            @Nullable String competitor,
            @Nullable ExchangeRate rate) {}

    DealClose about(Subject told) {
        return new DealClose(deal, attempt, told, found, qualified, agreed, value, ending);
    }

    /// A qualification that is told late changes no value: what followed it has said the newer one.
    DealClose qualified(Instant at, @Nullable Money said) {
        boolean late = (agreed != null || ending != null) && value != null;
        return new DealClose(deal, attempt, subject, found, at, agreed, value, ending).worth(late ? null : said);
    }

    DealClose returned() {
        return new DealClose(deal, attempt, subject, found, null, null, value, ending);
    }

    /// Terms that are told late change no value.
    DealClose agreed(Instant at, Money said) {
        boolean late = ending != null && value != null;
        return new DealClose(deal, attempt, subject, found, qualified, at, value, ending).worth(late ? null : said);
    }

    DealClose reopened() {
        return new DealClose(deal, attempt, subject, found, qualified, null, value, null);
    }

    /// Nothing said about the value keeps the last known one.
    DealClose worth(@Nullable Money said) {
        return said == null ? this : new DealClose(deal, attempt, subject, found, qualified, agreed, said, ending);
    }

    DealClose closed(Ending told) {
        return new DealClose(deal, attempt, subject, found, qualified, agreed, value, told);
    }
}
