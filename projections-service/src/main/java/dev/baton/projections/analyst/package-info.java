/// The login of analysts and what it may see.
@NullMarked
package dev.baton.projections.analyst;

import org.jspecify.annotations.NullMarked;
