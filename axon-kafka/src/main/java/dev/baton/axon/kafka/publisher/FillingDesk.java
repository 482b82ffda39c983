package dev.baton.axon.kafka.publisher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The tables of filling topics again. While it has a row the publisher of that name sends nothing; what is written is
/// written by whoever holds the right to publish.
public final class FillingDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataSource database;
    private final String name;

    /// @param name the publisher's
    public FillingDesk(DataSource database, String name) {
        this.database = database;
        this.name = name;
    }

    public Optional<Filling> find() {
        return new JdbcTemplate(database)
                .query("select state, position from republication where name = ?", FillingDesk::filling, name).stream()
                        .findFirst();
    }

    /// From now on the publisher stands still.
    ///
    /// @return what it was before, if this was done already
    public Filling hold() {
        new JdbcTemplate(database)
                .update("insert into republication (name, state) values (?, 'HELD') on conflict do nothing", name);
        return find().orElseThrow();
    }

    /// Something that is done with the right to publish.
    @FunctionalInterface
    public interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /// Takes the right to publish for as long as the work takes; the publisher gives it away within a second.
    ///
    /// @throws IllegalStateException when another process keeps it
    public <T> T withTheRight(Work<T> work) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var lease = PublisherLease.tryAcquire(database, name);
                ;
                lease = PublisherLease.tryAcquire(database, name)) {
            if (lease.isPresent()) {
                try (var held = lease.get()) {
                    return work.with(new Session(held));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("another process publishes and does not stop");
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }

    /// The right to publish, and what may be written with it.
    public final class Session {
        private final PublisherLease lease;
        private final JdbcTemplate jdbc;

        private Session(PublisherLease lease) {
            this.lease = lease;
            this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(lease.session(), true));
        }

        public Filling filling() {
            return jdbc
                    .query("select state, position from republication where name = ?", FillingDesk::filling, name)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing is being filled"));
        }

        /// The topics that the position speaks of, id by name.
        public Map<String, String> topics() {
            var topics = new HashMap<String, String>();
            jdbc.query(
                    "select topic, topic_id from republication_topic where name = ?",
                    row -> {
                        topics.put(row.getString(1), row.getString(2));
                    },
                    name);
            return topics;
        }

        /// From the beginning, into these topics.
        public void begin(Map<String, String> topics) {
            jdbc.update("delete from republication_topic where name = ?", name);
            topics.forEach(
                    (topic, id) -> jdbc.update("insert into republication_topic values (?, ?, ?)", name, topic, id));
            reached(Filling.State.SENDING, 0);
        }

        public void reached(Filling.State state, long position) {
            jdbc.update(
                    "update republication set state = ?, position = ? where name = ?", state.name(), position, name);
        }

        /// The publisher goes on behind what was sent, into the topics that were filled.
        public void end() throws SQLException {
            var filled = filling();
            if (filled.state() == Filling.State.SENT) {
                lease.move(lease.position(), filled.position());
                lease.meanTopics(topics());
            }
            jdbc.update("delete from republication where name = ?", name);
        }
    }

    private static Filling filling(ResultSet row, int number) throws SQLException {
        return new Filling(Filling.State.valueOf(row.getString(1)), row.getLong(2));
    }
}
