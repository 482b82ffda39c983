@NullMarked
package dev.baton.axon.kafka.publisher;

import org.jspecify.annotations.NullMarked;
