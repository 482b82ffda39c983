/// What people of the department tell each other: feedback on what happened, notes on the market.
@NullMarked
package dev.baton.roles.counsel;

import org.jspecify.annotations.NullMarked;
