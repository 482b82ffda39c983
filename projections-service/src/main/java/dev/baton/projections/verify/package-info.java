/// Whether the rows are what the topics fold to.
@NullMarked
package dev.baton.projections.verify;

import org.jspecify.annotations.NullMarked;
