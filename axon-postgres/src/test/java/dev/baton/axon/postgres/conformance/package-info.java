/// What any engine of the log must do, whatever it is made of: an engine implements
/// [dev.baton.axon.postgres.conformance.LogUnderTest], a test class of its own implements
/// [dev.baton.axon.postgres.conformance.LogConformance].
@NullMarked
package dev.baton.axon.postgres.conformance;

import org.jspecify.annotations.NullMarked;
