package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;

/// What the connections of commits are between the commits.
class LogLaneTest extends StoreTest {

    /// The server ends a session that leaves a transaction open, and the pool finds a dead
    /// connection and says so.
    @Test
    void connections_that_wait_for_work_have_no_transaction_open() throws Exception {
        service.getBean(CommandGateway.class)
                .<Object>sendAndWait(new CounterCommand.Open(UUID.randomUUID().toString(), "Ann"));
        List<Integer> sessions;
        LogLane lane = service.getBean(LogLane.class);
        try (var one = lane.connections().getConnection();
                var other = lane.connections().getConnection()) {
            assertThat(one.isValid(1)).isTrue();
            assertThat(other.isValid(1)).isTrue();
            sessions = List.of(LostCommits.session(one), LostCommits.session(other));
        }
        assertThat(jdbc.queryForList("select state from pg_stat_activity where pid = any(?)", String.class, (Object)
                        sessions.toArray(Integer[]::new)))
                .containsExactly("idle", "idle");
    }

    /// What is set within a transaction is undone with it.
    @Test
    void the_lanes_plans_are_kept_from_one_commit_to_the_next() throws Exception {
        try (var connection = service.getBean(LogLane.class).connections().getConnection();
                var statement = connection.createStatement()) {
            connection.rollback();
            try (var row = statement.executeQuery("show plan_cache_mode")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("force_generic_plan");
            }
        }
    }
}
