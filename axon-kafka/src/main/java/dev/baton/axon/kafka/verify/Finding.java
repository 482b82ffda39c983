package dev.baton.axon.kafka.verify;

import org.jspecify.annotations.Nullable;

/// One thing that is not as it ought to be.
///
/// @param subject whose it is: a deal's id, or a person's stream
/// @param event the event's id, where it is about one
/// @param place where it lies, or would: a position of the log, a record, a row
/// @param detail what is wrong, for people
public record Finding(
        Where where,
        Fault fault,
        @Nullable String subject,
        @Nullable String event,
        String place,
        String detail) {}
