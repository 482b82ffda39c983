package dev.baton.axon.kafka;

/// How far a reader is in one partition.
///
/// @param nextOffset the next record to be applied, as stored
/// @param endOffset where the next record will be written
public record PartitionProgress(String topic, int partition, long nextOffset, long endOffset) {
    public long lag() {
        return Math.max(0, endOffset - nextOffset);
    }
}
