package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent.Closed;
import java.time.Instant;
import org.joda.money.Money;

/// A close goes on record with the rate of its day, so that later tables change no total of the past.
final class Rates {
    private Rates() {}

    static Closed closed(Dossier deal, Close close, DealContext context, Instant at) {
        Money value = close.value() == null ? deal.value() : close.value();
        return close.at(
                value == null
                        ? null
                        : context.surroundings()
                                .rate(value.getCurrencyUnit(), at)
                                .orElse(null));
    }
}
