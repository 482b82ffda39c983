@NullMarked
package dev.baton.axon.kafka.cloudevents;

import org.jspecify.annotations.NullMarked;
