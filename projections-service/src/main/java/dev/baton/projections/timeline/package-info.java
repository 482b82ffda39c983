/// One row per event of a deal: everything that happened.
@NullMarked
package dev.baton.projections.timeline;

import org.jspecify.annotations.NullMarked;
