package dev.baton.web.edge.page;

import java.util.List;

/// An answer with rows, which alone are what CSV and NDJSON carry; as JSON it is whatever else it is.
///
/// @param <R> a record whose components are the columns
public interface Tabular<R> {
    List<R> rows();
}
