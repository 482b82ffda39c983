/// One row per deal: where it stands now.
@NullMarked
package dev.baton.projections.deal;

import org.jspecify.annotations.NullMarked;
