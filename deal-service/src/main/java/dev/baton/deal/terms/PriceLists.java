package dev.baton.deal.terms;

import java.time.LocalDate;
import java.util.Optional;

/// The price lists that are known.
public interface PriceLists {
    PriceLists NONE = new PriceLists() {
        @Override
        public Optional<PriceList> inForce(String name, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<PriceList> version(String name, int version) {
            return Optional.empty();
        }
    };

    /// The newest version that is valid on that day.
    Optional<PriceList> inForce(String name, LocalDate day);

    Optional<PriceList> version(String name, int version);
}
