/// The generations of the read models: which is live, which are fed, and how the views come to
/// point to another.
@NullMarked
package dev.baton.projections.generation;

import org.jspecify.annotations.NullMarked;
