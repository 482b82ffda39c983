/// The console at /: what a sales department looks at.
@NullMarked
package dev.baton.projections.console;

import org.jspecify.annotations.NullMarked;
