/// Replay: the next generation built from the whole topics beside the live one, compared with it
/// and put in its place.
@NullMarked
package dev.baton.projections.replay;

import org.jspecify.annotations.NullMarked;
