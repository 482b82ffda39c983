/// Reading the topics: batches with the offset beside the rows, in order per source and subject.
@NullMarked
package dev.baton.axon.kafka;

import org.jspecify.annotations.NullMarked;
