/// Sending this service's own events to Kafka, in the order of the log, until they are acknowledged.
@NullMarked
package dev.baton.axon.kafka.publisher;

import org.jspecify.annotations.NullMarked;
