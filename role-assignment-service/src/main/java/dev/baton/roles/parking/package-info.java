/// The parking place for hand-offs that fail: that deal alone rests, visibly, and is retried in order.
@NullMarked
package dev.baton.roles.parking;

import org.jspecify.annotations.NullMarked;
