/// Whether the store, the topics and what was read from them say the same.
@NullMarked
package dev.baton.axon.kafka.verify;

import org.jspecify.annotations.NullMarked;
