/// Wins against losses.
@NullMarked
package dev.baton.projections.winloss;

import org.jspecify.annotations.NullMarked;
