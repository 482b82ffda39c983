@NullMarked
package dev.baton.roles.routing;

import org.jspecify.annotations.NullMarked;
