/// The relay itself: leg by leg, make before break.
@NullMarked
package dev.baton.roles.handoff;

import org.jspecify.annotations.NullMarked;
