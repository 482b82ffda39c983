/// What came too early is applied when the deal has moved.
@NullMarked
package dev.baton.deal.parked;

import org.jspecify.annotations.NullMarked;
