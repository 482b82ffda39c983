/// What keeps the read models going, and what holds them back.
@NullMarked
package dev.baton.projections.ops;

import org.jspecify.annotations.NullMarked;
