/// Days from the lead to the close.
@NullMarked
package dev.baton.projections.cycletime;

import org.jspecify.annotations.NullMarked;
