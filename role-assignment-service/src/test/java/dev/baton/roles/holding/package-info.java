@NullMarked
package dev.baton.roles.holding;

import org.jspecify.annotations.NullMarked;
