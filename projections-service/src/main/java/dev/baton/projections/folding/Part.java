package dev.baton.projections.folding;

import dev.baton.projections.row.RowTable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// One table of a fold, and which of a key's rows belong into it.
///
/// @param settled whether a row never changes once it is there
public record Part<S, R>(RowTable<R> table, Function<S, Stream<R>> rows, boolean settled) {

    public static <S, R> Part<S, R> changing(RowTable<R> table, Function<S, Stream<R>> rows) {
        return new Part<>(table, rows, false);
    }

    public static <S, R> Part<S, R> settled(RowTable<R> table, Function<S, Stream<R>> rows) {
        return new Part<>(table, rows, true);
    }

    /// Beside rows that may be there.
    void keep(Collection<S> states) {
        List<R> kept = states.stream().flatMap(rows).toList();
        if (settled) {
            table.insertOnce(kept);
        } else {
            table.upsert(kept);
        }
    }

    /// Into a table that has none of them.
    void copy(Collection<S> states) {
        table.copy(states.stream().flatMap(rows));
    }
}
