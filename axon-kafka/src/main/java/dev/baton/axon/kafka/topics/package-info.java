/// The topics of the published language, and the clients that reach them.
@NullMarked
package dev.baton.axon.kafka.topics;

import org.jspecify.annotations.NullMarked;
