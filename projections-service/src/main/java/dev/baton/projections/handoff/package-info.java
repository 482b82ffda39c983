/// One row per deal and holding: who was accountable when, and how long the hand-off took.
@NullMarked
package dev.baton.projections.handoff;

import org.jspecify.annotations.NullMarked;
