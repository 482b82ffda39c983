/// What routing decided, what was offered to whom, and who is still waited for.
@NullMarked
package dev.baton.projections.assignment;

import org.jspecify.annotations.NullMarked;
