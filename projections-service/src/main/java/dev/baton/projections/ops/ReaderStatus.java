package dev.baton.projections.ops;

import dev.baton.axon.kafka.PartitionProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a reader of events is.
///
/// @param behind records that are on the topics and not yet in the rows
/// @param problem what keeps it from reading; absent while all is well
/// @param partitions those that have records
public record ReaderStatus(
        String reader, long applied, long behind, @Nullable String problem, List<PartitionProgress> partitions) {}
