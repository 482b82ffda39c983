/// Facts folded into rows, batch by batch; what a view is.
@NullMarked
package dev.baton.projections.folding;

import org.jspecify.annotations.NullMarked;
