package dev.baton.projections.answer;

import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The sort key after which a page begins, as texts that the database can read; all null for the first page.
public record After(List<@Nullable String> keys) {

    /// @param readings how each key reads, in the order of the listing
    /// @throws dev.baton.web.edge.problem.ProblemException 400 when a key is not what the listing sorts by
    @SafeVarargs
    public static After of(PageRequest page, Function<String, ?>... readings) {
        Cursor cursor = page.after();
        List<@Nullable String> keys = new ArrayList<>();
        for (int key = 0; key < readings.length; key++) {
            keys.add(
                    cursor == null ? null : checked(cursor.keys(readings.length).get(key), readings[key]));
        }
        return new After(keys);
    }

    public @Nullable String key(int index) {
        return keys.get(index);
    }

    private static String checked(String key, Function<String, ?> reading) {
        try {
            return String.valueOf(reading.apply(key));
        } catch (RuntimeException unreadable) {
            throw Cursor.invalid();
        }
    }
}
