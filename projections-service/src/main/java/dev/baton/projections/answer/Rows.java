package dev.baton.projections.answer;

import java.util.List;

/// A report that is nothing but its rows.
public record Rows<R>(List<R> rows) implements Report<R> {
    public Rows {
        rows = List.copyOf(rows);
    }
}
