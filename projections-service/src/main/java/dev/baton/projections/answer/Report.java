package dev.baton.projections.answer;

import dev.baton.web.edge.page.Tabular;

/// An answer of figures: totals and the like for whoever takes the JSON, and rows.
///
/// @param <R> a record whose components are the columns
public interface Report<R> extends Tabular<R> {}
