@NullMarked
package dev.baton.axon.kafka.topics;

import org.jspecify.annotations.NullMarked;
