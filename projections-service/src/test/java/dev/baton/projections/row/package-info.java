@NullMarked
package dev.baton.projections.row;

import org.jspecify.annotations.NullMarked;
