/// The log as a feed over HTTP: catch-up and live.
@NullMarked
package dev.baton.axon.kafka.feed;

import org.jspecify.annotations.NullMarked;
