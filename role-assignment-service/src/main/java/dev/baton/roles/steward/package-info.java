/// The person who holds what nobody else is named for.
@NullMarked
package dev.baton.roles.steward;

import org.jspecify.annotations.NullMarked;
