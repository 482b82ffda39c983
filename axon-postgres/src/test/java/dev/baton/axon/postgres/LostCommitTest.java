package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.conformance.Callers;
import dev.baton.contract.StreamId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// The connection breaks around a commit that many share: each is told the truth.
class LostCommitTest extends StoreTest {
    private Wire wire;
    private ConfigurableApplicationContext far;

    @BeforeAll
    void startFar() throws IOException {
        wire = new Wire(url);
        far = behindTheWire(Callers.PATIENCE);
        jdbc.execute("""
                create function lose_connection() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
                """);
    }

    /// @param patience until a command that needs a connection is refused
    private ConfigurableApplicationContext behindTheWire(Duration patience) {
        return TestService.start(
                wire.url(),
                Map.of(
                        "baton.log-poll-interval", "1h",
                        "db-scheduler.polling-interval", "1h",
                        "spring.datasource.hikari.connection-timeout", patience.toMillis(),
                        "logging.level.com.zaxxer.hikari", "error"));
    }

    @AfterAll
    void stopFar() throws IOException {
        far.close();
        wire.close();
    }

    @Test
    void a_command_whose_answer_was_lost_is_answered_by_asking_the_log() {
        String id = opened();
        wire.loseNextAnswer();
        assertThat(count(id)).isEqualTo(1);
        assertThat(wire.lostAnswers()).isPositive();
        assertThat(total(id)).isEqualTo(1);
        assertThat(count(id)).isEqualTo(2);
    }

    @Test
    void all_who_shared_the_commit_whose_answer_was_lost_are_answered() throws Exception {
        List<String> counters = IntStream.range(0, 12).mapToObj(n -> opened()).toList();
        int before = wire.lostAnswers();
        List<CompletableFuture<Integer>> answers = atOnce(counters, wire::loseNextAnswer);
        assertThat(Callers.all(answers)).containsOnly(1);
        assertThat(wire.lostAnswers()).isEqualTo(before + 1);
        assertThat(counters).allSatisfy(id -> {
            assertThat(total(id)).isEqualTo(1);
            assertThat(service.getBean(IdempotentAnswers.class).find("count", id))
                    .isPresent();
        });
    }

    @Test
    void when_the_server_ends_the_session_in_the_commit_nobody_is_acknowledged() throws Exception {
        List<String> counters = IntStream.range(0, 12).mapToObj(n -> opened()).toList();
        jdbc.execute("create constraint trigger lost after insert on event deferrable initially deferred"
                + " for each row execute function lose_connection()");
        List<CompletableFuture<Integer>> answers;
        try {
            answers = atOnce(counters, () -> {});
        } finally {
            jdbc.execute("drop trigger lost on event");
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.exceptionNow()).isInstanceOf(LogUnavailable.class));
        assertThat(counters).allSatisfy(id -> {
            assertThat(total(id)).isZero();
            assertThat(service.getBean(IdempotentAnswers.class).find("count", id))
                    .isEmpty();
        });
        counters.forEach(id -> assertThat(count(id)).isEqualTo(1));
    }

    @Test
    void while_the_database_is_away_commands_are_refused_and_taken_again_when_it_is_back() {
        String id = opened();
        try (ConfigurableApplicationContext impatient = behindTheWire(Duration.ofSeconds(5))) {
            wire.cut();
            try {
                assertThatThrownBy(() -> count(impatient, id)).isNotNull();
            } finally {
                wire.mend();
            }
            await().until(() -> count(impatient, id) == 1);
        }
        assertThat(total(id)).isEqualTo(1);
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    /// Whoever gives up while nobody could commit has not been committed behind his back.
    @Test
    void a_wire_that_is_cut_while_many_wait_leaves_nobody_in_doubt() throws Exception {
        List<String> counters = IntStream.range(0, 12).mapToObj(n -> opened()).toList();
        List<CompletableFuture<Integer>> answers = atOnce(counters, () -> {
            wire.cut();
            wire.mend();
        });
        for (int n = 0; n < 12; n++) {
            CompletableFuture<Integer> answer = answers.get(n);
            assertThat(total(counters.get(n))).isEqualTo(answer.isCompletedExceptionally() ? 0 : 1);
            if (answer.isCompletedExceptionally()) {
                assertThat(answer.exceptionNow()).isInstanceOf(LogUnavailable.class);
            }
        }
        assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
    }

    /// @param meanwhile done when all wait for the commit
    private List<CompletableFuture<Integer>> atOnce(List<String> counters, Runnable meanwhile)
            throws InterruptedException {
        try (Callers people = new Callers()) {
            List<CompletableFuture<Integer>> answers;
            try (LogLock ignored = LogLock.hold(url)) {
                answers = counters.stream()
                        .map(id -> people.call(() -> countUnderKey(id)))
                        .toList();
                people.awaitEverybodyIn(GroupCommit.class);
                meanwhile.run();
            }
            await().until(() -> answers.stream().allMatch(CompletableFuture::isDone));
            return answers;
        }
    }

    private String opened() {
        String id = UUID.randomUUID().toString();
        service.getBean(CommandGateway.class).sendAndWait(new CounterCommand.Open(id, "any"));
        return id;
    }

    private int count(String id) {
        return count(far, id);
    }

    private static int count(ConfigurableApplicationContext by, String id) {
        return by.getBean(CommandGateway.class).<Integer>sendAndWait(new CounterCommand.Count(id, 1));
    }

    private Integer countUnderKey(String id) {
        CommitCompanion companion = far.getBean(IdempotentAnswers.class)
                .companion("count", id, "digest", total -> new IdempotentAnswers.Answer(200, String.valueOf(total)));
        return far.getBean(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(
                        new CounterCommand.Count(id, 1), MetaData.with(CommitCompanion.KEY, companion)));
    }

    private long total(String id) {
        return log.readStream(StreamId.deal(id), 1).size();
    }
}
