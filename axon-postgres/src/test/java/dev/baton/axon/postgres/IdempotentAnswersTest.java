package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class IdempotentAnswersTest extends StoreTest {

    @Test
    void the_answer_is_kept_in_the_commit_of_the_events() {
        String id = opened();
        send(new CounterCommand.Count(id, 2), "key-1");

        assertThat(answers().find("count", "key-1")).hasValueSatisfying(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.answer()).isEqualTo("2");
            assertThat(answer.requestDigest()).isEqualTo("digest");
        });
        assertThat(transactionOf("event", "stream_id = 'deal/" + id + "' and sequence = 1"))
                .isEqualTo(transactionOf("idempotent_answer", "key = 'key-1'"));
    }

    @Test
    void a_second_command_under_the_key_leaves_no_event() {
        String id = opened();
        send(new CounterCommand.Count(id, 1), "key-2");
        assertThatThrownBy(() -> send(new CounterCommand.Count(id, 1), "key-2"))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(total(id)).isEqualTo(1);
    }

    @Test
    void of_many_commands_under_one_key_at_once_a_single_one_counts() {
        String id = opened();
        Stream.generate(() -> CompletableFuture.runAsync(() -> send(new CounterCommand.Count(id, 1), "key-3")))
                .limit(8)
                .toList()
                .forEach(IdempotentAnswersTest::await);
        assertThat(total(id)).isEqualTo(1);
    }

    @Test
    void a_refused_command_keeps_no_answer() {
        String id = opened();
        assertThatThrownBy(() -> send(new CounterCommand.Count(id, -1), "key-4"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(answers().find("count", "key-4")).isEmpty();
    }

    @Test
    void a_command_that_changes_nothing_keeps_its_answer_too() {
        String id = opened();
        send(new CounterCommand.Look(id), "key-5");
        assertThat(answers().find("count", "key-5")).isPresent();
    }

    @Test
    void companions_are_written_together_and_one_that_is_not_concerned_is_left_out() {
        String id = opened();
        CommitCompanion unconcerned = new CommitCompanion() {
            @Override
            public boolean concerns(@Nullable Object total) {
                return !Integer.valueOf(1).equals(total);
            }

            @Override
            public void writeWithin(Connection connection, @Nullable Object total) {
                throw new IllegalStateException("was not asked to write");
            }
        };
        List<CommitCompanion> all = List.of(answering("key-6"), unconcerned, answering("key-7"));
        commands()
                .sendAndWait(new GenericCommandMessage<>(
                        new CounterCommand.Count(id, 1), MetaData.with(CommitCompanion.KEY, all)));
        assertThat(transactionOf("idempotent_answer", "key = 'key-6'"))
                .isEqualTo(transactionOf("idempotent_answer", "key = 'key-7'"))
                .isEqualTo(transactionOf("event", "stream_id = 'deal/" + id + "' and sequence = 1"));
    }

    private static void await(CompletableFuture<Void> command) {
        try {
            command.join();
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(DuplicateKeyException.class);
        }
    }

    private String opened() {
        String id = UUID.randomUUID().toString();
        commands().sendAndWait(new CounterCommand.Open(id, "any"));
        return id;
    }

    private int total(String id) {
        return commands().<Integer>sendAndWait(new CounterCommand.Look(id));
    }

    private void send(CounterCommand command, String key) {
        commands()
                .sendAndWait(new GenericCommandMessage<>(command, MetaData.with(CommitCompanion.KEY, answering(key))));
    }

    private CommitCompanion answering(String key) {
        return answers()
                .companion("count", key, "digest", total -> new IdempotentAnswers.Answer(200, String.valueOf(total)));
    }

    private String transactionOf(String table, String row) {
        return jdbc.queryForObject("select xmin::text from " + table + " where " + row, String.class);
    }

    private IdempotentAnswers answers() {
        return service.getBean(IdempotentAnswers.class);
    }

    private CommandGateway commands() {
        return service.getBean(CommandGateway.class);
    }
}
