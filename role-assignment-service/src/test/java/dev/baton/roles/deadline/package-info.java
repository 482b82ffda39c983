@NullMarked
package dev.baton.roles.deadline;

import org.jspecify.annotations.NullMarked;
