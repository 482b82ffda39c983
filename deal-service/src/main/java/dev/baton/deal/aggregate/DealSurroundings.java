package dev.baton.deal.aggregate;

import dev.baton.axon.postgres.ReadSet;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.ExchangeRate;
import dev.baton.deal.lifecycle.Calendars;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.ExchangeRates;
import dev.baton.deal.lifecycle.Surroundings;
import dev.baton.deal.lifecycle.TeamCalendar;
import dev.baton.deal.terms.PriceLists;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/// What decisions may look up, from where it is kept.
public final class DealSurroundings implements Surroundings {
    private final DealRecords records;
    private final ReadSet read;
    private final ExchangeRates rates;
    private final Calendars calendars;
    private final PriceLists prices;

    /// @param read what is decided by another deal holds only while that deal has not moved on
    public DealSurroundings(
            DealRecords records, ReadSet read, ExchangeRates rates, Calendars calendars, PriceLists prices) {
        this.records = records;
        this.read = read;
        this.rates = rates;
        this.calendars = calendars;
        this.prices = prices;
    }

    @Override
    public PriceLists prices() {
        return prices;
    }

    @Override
    public TeamCalendar calendar(String team) {
        return calendars.of(team);
    }

    @Override
    public Optional<DealState.Known> deal(String id) {
        Optional<DealRecord> found = records.find(id);
        found.ifPresent(deal -> read.add(StreamId.deal(id), deal.version()));
        return found.map(DealRecord::state);
    }

    @Override
    public Optional<ExchangeRate> rate(CurrencyUnit currency, Instant at) {
        return rates.at(currency, at);
    }
}
