package dev.baton.deal.pricelist;

import dev.baton.deal.terms.PriceList;
import dev.baton.deal.terms.PriceLists;
import dev.baton.deal.versions.Version;
import dev.baton.deal.versions.VersionedRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Price lists in memory: a version never changes, and which there are is asked again every second,
/// since another instance may have added one.
public final class PriceListCatalogue implements PriceLists {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final VersionedRows<PriceListDefinition> rows;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public PriceListCatalogue(VersionedRows<PriceListDefinition> rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<PriceList> inForce(String name, LocalDate day) {
        return versions(name).stream()
                .filter(list -> !list.validFrom().isAfter(day))
                .findFirst();
    }

    @Override
    public Optional<PriceList> version(String name, int version) {
        return versions(name).stream().filter(list -> list.version() == version).findFirst();
    }

    /// This instance has added a version: its next offer may be made from it.
    public void forget(String name) {
        known.remove(name);
    }

    /// The newest first.
    private List<PriceList> versions(String name) {
        Instant now = clock.instant();
        Known kept = known.get(name);
        if (kept != null && now.isBefore(kept.askedAt().plus(FRESH))) {
            return kept.versions();
        }
        List<PriceList> found =
                rows.history(name).stream().map(PriceListCatalogue::list).toList();
        known.put(name, new Known(found, now));
        return found;
    }

    private static PriceList list(Version<PriceListDefinition> row) {
        return row.definition().asVersion(row.name(), row.version());
    }

    private record Known(List<PriceList> versions, Instant askedAt) {}
}
