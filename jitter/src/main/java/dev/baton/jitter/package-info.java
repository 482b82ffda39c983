/// Holds up at random what is asynchronous, for tests.
@NullMarked
package dev.baton.jitter;

import org.jspecify.annotations.NullMarked;
