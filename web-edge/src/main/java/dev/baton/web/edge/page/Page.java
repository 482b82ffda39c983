package dev.baton.web.edge.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a listing by key: rows that come or go meanwhile shift nothing.
///
/// As JSON the object itself; as CSV or NDJSON only the rows. The next page is in the `Link` header either way.
///
/// @param next for `?after=`, absent on the last page
public record Page<T>(List<T> items, @Nullable String next) implements Tabular<T> {
    public Page {
        items = List.copyOf(items);
    }

    @Override
    public List<T> rows() {
        return items;
    }

    /// @param fetched up to [PageRequest#fetch] rows in the order of the listing
    /// @param key the sort key of a row
    public static <T> Page<T> of(List<T> fetched, PageRequest asked, Function<T, Cursor> key) {
        if (fetched.size() <= asked.limit()) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, asked.limit());
        return new Page<>(items, key.apply(items.getLast()).encoded());
    }
}
