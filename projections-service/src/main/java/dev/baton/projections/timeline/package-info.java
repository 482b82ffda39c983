/// One row per event of a deal: everything that happened, in the order of the log.
@NullMarked
package dev.baton.projections.timeline;

import org.jspecify.annotations.NullMarked;
