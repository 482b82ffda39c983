/// Engines that are wrong in one way each, and the test that the suite tells.
@NullMarked
package dev.baton.axon.postgres.conformance.faults;

import org.jspecify.annotations.NullMarked;
