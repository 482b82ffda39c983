package dev.baton.axon.kafka;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What ops see of poison events, over all readers of a service, and what they may do about them.
public final class DeadLetters {
    private final JdbcClient jdbc;

    public DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Oldest first, after the given id (0 for the beginning).
    public List<DeadLetter> list(long afterId, int limit) {
        return jdbc.sql("""
                        select d.*, (select count(*) from reader_parked p
                                     where p.reader = d.reader and p.source = d.source and p.subject = d.subject)
                                    as waiting
                        from reader_dead_letter d where d.id > ? order by d.id limit ?""").params(afterId, limit).query(DeadLetters::letter).list();
    }

    public long count() {
        return requireNonNull(jdbc.sql("select count(*) from reader_dead_letter")
                .query(Long.class)
                .single());
    }

    /// Asks the reader that holds the partition to try it again; it does within about a second. Healed, the letter
    /// is gone and what waited behind it is applied; else it carries one attempt more and the new error.
    ///
    /// @return whether there is such a letter
    public boolean retry(long id) {
        return jdbc.sql("update reader_dead_letter set retry_requested = true where id = ?")
                        .param(id)
                        .update()
                == 1;
    }

    /// Throws away a record that is no event. An event is a fact that was decided elsewhere: it can only be retried, or
    /// all that follow on its subject would be applied to a wrong state.
    ///
    /// @return whether there was such a record
    public boolean discard(long id) {
        return jdbc.sql("delete from reader_dead_letter where id = ? and event_id is null")
                        .param(id)
                        .update()
                == 1;
    }

    /// @return how many letters will be tried again
    public int retryAll(String reader) {
        return jdbc.sql("update reader_dead_letter set retry_requested = true where reader = ?")
                .param(reader)
                .update();
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                requireNonNull(row.getString("reader")),
                row.getString("source"),
                row.getString("subject"),
                row.getObject("sequence", Long.class),
                row.getString("event_id"),
                row.getString("type"),
                requireNonNull(row.getString("topic")),
                row.getInt("partition"),
                row.getLong("record_offset"),
                requireNonNull(row.getString("error")),
                row.getInt("attempts"),
                requireNonNull(row.getTimestamp("failed_at")).toInstant(),
                row.getBoolean("retry_requested"),
                row.getLong("waiting"));
    }
}
