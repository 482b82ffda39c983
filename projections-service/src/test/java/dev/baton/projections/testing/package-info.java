/// What the tests of this service share: a log of events to write, and the service to read it.
@NullMarked
package dev.baton.projections.testing;

import org.jspecify.annotations.NullMarked;
