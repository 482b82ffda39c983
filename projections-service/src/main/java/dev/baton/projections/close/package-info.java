/// One row per deal and attempt: how it ended; the base of win rate and cycle time.
@NullMarked
package dev.baton.projections.close;

import org.jspecify.annotations.NullMarked;
