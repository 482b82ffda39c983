package dev.baton.axon.postgres;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/// The indexes and constraints that correctness, not only speed, rests on.
final class SchemaCheck {
    private static final List<String> REQUIRED = List.of(
            "event_position_once",
            "event_id_once",
            "event_stream_sequence_once",
            "event_commit_first_position_once",
            "event_commit_last_position_once",
            "event_commit_follows_once",
            "token_entry_once",
            "saga_entry_once",
            "association_value_entry_by_value",
            "association_value_entry_by_saga",
            "dead_letter_entry_once",
            "dead_letter_entry_sequence_once",
            "scheduled_tasks_once",
            "idempotent_answer_once");

    private SchemaCheck() {}

    static void require(JdbcOperations jdbc) {
        Set<String> present = new HashSet<>(jdbc.queryForList("""
                select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
                where i.indisvalid and pg_table_is_visible(c.oid)
                """, String.class));
        REQUIRED.stream().filter(name -> !present.contains(name)).findFirst().ifPresent(name -> {
            throw new UnsafeStore(
                    "The database lacks the index or constraint " + name + ": run the migrations of db/axon-postgres.");
        });
    }
}
