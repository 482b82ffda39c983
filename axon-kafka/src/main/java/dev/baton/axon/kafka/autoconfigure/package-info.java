/// Wiring for a service that names its brokers.
@NullMarked
package dev.baton.axon.kafka.autoconfigure;

import org.jspecify.annotations.NullMarked;
