package dev.baton.axon.kafka.verify;

/// Where a service stood before anything was compared: what is due by then must be there, what came later may be.
///
/// @param published up to this position of the log Kafka has acknowledged every own event
/// @param logged the log's last position
record Standing(long published, long logged) {}
