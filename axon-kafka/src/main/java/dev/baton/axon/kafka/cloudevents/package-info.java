/// An event envelope as a Kafka record: CloudEvents 1.0, binary content mode.
@NullMarked
package dev.baton.axon.kafka.cloudevents;

import org.jspecify.annotations.NullMarked;
