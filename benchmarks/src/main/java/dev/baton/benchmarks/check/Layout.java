package dev.baton.benchmarks.check;

/// Where a contender keeps its events: a query for each event's stream, sequence and request.
public enum Layout {
    NONE(""),
    BATON("select stream_id, sequence, (payload::json ->> 'request')::bigint from event"),
    /// deal-service's: what the run sent bears its number.
    DEALS("select stream_id, sequence, split_part(metadata::json ->> 'originid', '/', 2)::bigint from event"
            + " where metadata::json ->> 'originsource' = 'bench'"),
    AXON_JPA("select aggregate_identifier, sequence_number,"
            + " (convert_from(lo_get(payload), 'UTF8')::json ->> 'request')::bigint from domain_event_entry"),
    AXON_JDBC("select aggregateidentifier, sequencenumber,"
            + " (convert_from(payload, 'UTF8')::json ->> 'request')::bigint from domainevententry"),
    PEKKO("select persistence_id, sequence_number - 1,"
            + " (convert_from(event_payload, 'UTF8')::json ->> 'request')::bigint from event_journal");

    final String events;

    Layout(String events) {
        this.events = events;
    }
}
