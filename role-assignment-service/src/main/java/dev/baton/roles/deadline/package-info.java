/// When what deals ask of whoever holds them is due.
@NullMarked
package dev.baton.roles.deadline;

import org.jspecify.annotations.NullMarked;
