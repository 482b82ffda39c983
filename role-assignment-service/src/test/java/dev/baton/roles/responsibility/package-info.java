@NullMarked
package dev.baton.roles.responsibility;

import org.jspecify.annotations.NullMarked;
