package dev.baton.axon.kafka.verify;

/// Says that a service takes into its log whatever another service says on a topic.
///
/// @param reader the reader that takes it in
public record Intake(String reader, String topic) {}
