/// How figures are answered: as an object with totals, or as its rows in CSV or NDJSON.
@NullMarked
package dev.baton.projections.answer;

import org.jspecify.annotations.NullMarked;
