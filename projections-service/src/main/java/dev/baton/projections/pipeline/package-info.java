/// Deals and their value by state.
@NullMarked
package dev.baton.projections.pipeline;

import org.jspecify.annotations.NullMarked;
