/// Who should take a leg of the relay, and why.
@NullMarked
package dev.baton.roles.routing;

import org.jspecify.annotations.NullMarked;
