/// What ops may start and then watch: one long task after the other, by name.
@NullMarked
package dev.baton.axon.kafka.ops;

import org.jspecify.annotations.NullMarked;
