/// How many of a month's deals go on to the next stage.
@NullMarked
package dev.baton.projections.funnel;

import org.jspecify.annotations.NullMarked;
