package dev.baton.deal.rates;

import dev.baton.contract.deal.ExchangeRate;
import dev.baton.deal.lifecycle.ExchangeRates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/// Tables of rates in memory: asked again every second, since another instance may have added one.
public final class RateTables implements ExchangeRates {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Known NOTHING = new Known(List.of(), Instant.MIN);

    private final RateTableRows rows;
    private final Clock clock;
    private volatile Known known = NOTHING;

    public RateTables(RateTableRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<ExchangeRate> at(CurrencyUnit currency, Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return tables().stream()
                .filter(version -> !version.table().validFrom().isAfter(day))
                .findFirst()
                .flatMap(version -> version.table().of(currency, version.version()));
    }

    /// This instance has added a version: the next close is rated by it.
    void forget() {
        known = NOTHING;
    }

    private List<RateTableVersion> tables() {
        Instant now = clock.instant();
        Known last = known;
        if (now.isBefore(last.freshUntil())) {
            return last.tables();
        }
        Known asked = new Known(rows.all(), now.plus(FRESH));
        known = asked;
        return asked.tables();
    }

    private record Known(List<RateTableVersion> tables, Instant freshUntil) {}
}
