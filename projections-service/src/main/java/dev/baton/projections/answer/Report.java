package dev.baton.projections.answer;

import java.util.List;

/// An answer of figures: totals and the like for whoever takes the JSON, and rows, which alone are what CSV and
/// NDJSON carry.
///
/// @param <R> a record whose components are the columns
public interface Report<R> {
    List<R> rows();
}
