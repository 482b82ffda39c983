/// One row per deal and visit of a stage.
@NullMarked
package dev.baton.projections.stage;

import org.jspecify.annotations.NullMarked;
