package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.StreamId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A process that stops while it has the log's lock loses it, and with it what it was about to
/// append.
class StoppedAppenderTest extends StoreTest {
    private ConfigurableApplicationContext sleepy;

    @BeforeAll
    void startSleepy() {
        sleepy = TestService.start(
                url,
                Map.of(
                        "spring.datasource.hikari.data-source-properties.options",
                        "-c idle_in_transaction_session_timeout=3s"));
    }

    @AfterAll
    void stopSleepy() {
        sleepy.close();
    }

    @Test
    void a_transaction_that_stops_in_the_middle_of_an_append_does_not_hold_the_log() {
        NewEvent never = counted(newStream(), 0);
        NewEvent next = counted(newStream(), 0);
        TransactionTemplate transaction = new TransactionTemplate(sleepy.getBean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    sleepy.getBean(PendingAppends.class).add(List.of(never));
                    sleepy.getBean(PendingAppends.class).flush();
                    CompletableFuture.runAsync(() -> append(next)).join();
                }))
                .isNotNull();
        assertThat(log.find(never.id())).isEmpty();
        assertThat(log.find(next.id())).isPresent();
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void a_command_that_stops_in_the_middle_of_its_commit_does_not_hold_the_log() {
        NewEvent next = counted(newStream(), 0);
        String stopped = newStream().id();
        CommitCompanion stops = (connection, result) ->
                CompletableFuture.runAsync(() -> append(next)).join();
        assertThatThrownBy(() -> sleepy.getBean(CommandGateway.class)
                        .sendAndWait(new GenericCommandMessage<>(
                                new CounterCommand.Open(stopped, "any"), MetaData.with(CommitCompanion.KEY, stops))))
                .isInstanceOf(LogUnavailable.class);
        assertThat(log.readStream(StreamId.deal(stopped), 0)).isEmpty();
        assertThat(log.find(next.id())).isPresent();
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Test
    void every_connection_is_bounded_so() throws SQLException {
        assertThat(service.getBean(JdbcTemplate.class)
                        .queryForObject("show idle_in_transaction_session_timeout", String.class))
                .isEqualTo("10s");
        try (Connection ofTheLane = service.getBean(LogLane.class).connections().getConnection();
                Statement statement = ofTheLane.createStatement();
                ResultSet row = statement.executeQuery("show idle_in_transaction_session_timeout")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("10s");
        }
    }
}
