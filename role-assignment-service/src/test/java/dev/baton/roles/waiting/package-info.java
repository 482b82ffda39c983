@NullMarked
package dev.baton.roles.waiting;

import org.jspecify.annotations.NullMarked;
