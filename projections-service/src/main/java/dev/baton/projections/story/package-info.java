/// One deal's story: what happened, who held it, and why they were chosen.
@NullMarked
package dev.baton.projections.story;

import org.jspecify.annotations.NullMarked;
