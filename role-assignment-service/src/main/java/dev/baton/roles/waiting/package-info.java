/// The visible queue: deals that nobody can take now, and what wakes them.
@NullMarked
package dev.baton.roles.waiting;

import org.jspecify.annotations.NullMarked;
