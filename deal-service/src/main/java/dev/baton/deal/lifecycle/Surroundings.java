package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ExchangeRate;
import dev.baton.deal.terms.PriceLists;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/// What a decision may look up beyond its own deal and pipeline.
public interface Surroundings {
    Surroundings NONE = new Surroundings() {};

    /// The price lists that there are.
    default PriceLists prices() {
        return PriceLists.NONE;
    }

    /// Another deal as it stands now. The decision is made again when that deal has moved on by the time of its commit.
    default Optional<DealState.Known> deal(String id) {
        return Optional.empty();
    }

    /// A team's working time, as it is now.
    default TeamCalendar calendar(String team) {
        return TeamCalendar.usual(team);
    }

    /// What a currency was worth in the base currency at that moment; empty while no table says so.
    default Optional<ExchangeRate> rate(CurrencyUnit currency, Instant at) {
        return Optional.empty();
    }
}
