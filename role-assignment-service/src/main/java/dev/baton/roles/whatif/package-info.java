/// What would have been: another routing policy over the real history, in memory and without a side effect.
@NullMarked
package dev.baton.roles.whatif;

import org.jspecify.annotations.NullMarked;
