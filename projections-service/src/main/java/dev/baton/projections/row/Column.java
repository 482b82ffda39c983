package dev.baton.projections.row;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a table of `R`.
///
/// @param type the PostgreSQL type, whose text form the value's `toString` must be
public record Column<R>(String name, String type, Function<R, @Nullable Object> value) {}
