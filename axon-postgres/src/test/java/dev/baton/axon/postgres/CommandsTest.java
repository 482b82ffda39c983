package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class CommandsTest extends StoreTest {

    @Test
    void an_aggregate_is_read_back_from_its_events() {
        String id = opened();
        send(new CounterCommand.Count(id, 3));
        send(new CounterCommand.Count(id, 4));
        assertThat(total(id)).isEqualTo(7);
    }

    @Test
    void a_refusal_stores_nothing() {
        String id = opened();
        assertThatThrownBy(() -> send(new CounterCommand.Count(id, -1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.readStream(StreamId.deal(id), 0)).hasSize(1);
    }

    @Test
    void a_stream_is_begun_once() {
        String id = opened();
        assertThatThrownBy(() -> send(new CounterCommand.Open(id, "again")))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void what_a_command_knows_of_itself_is_told_by_its_events() {
        String id = opened();
        UUID cause = UUID.randomUUID();
        UUID chain = UUID.randomUUID();
        send(
                new CounterCommand.Count(id, 1),
                Map.of(
                        "actor", "anna",
                        "occurredat", "2017-03-01T12:00:00Z",
                        "causationid", cause.toString(),
                        "correlationid", chain.toString(),
                        "originsource", "https://crm.example",
                        "originid", "17",
                        "traceparent", "00-1-2-01",
                        "timeestimated", "true"));

        EventEnvelope event = last(id);
        assertThat(event.actor()).isEqualTo("anna");
        assertThat(event.time()).isEqualTo(Instant.parse("2017-03-01T12:00:00Z"));
        assertThat(event.recordedTime()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(event.causationId()).isEqualTo(cause);
        assertThat(event.correlationId()).isEqualTo(chain);
        assertThat(event.originSource()).isEqualTo("https://crm.example");
        assertThat(event.originId()).isEqualTo("17");
        assertThat(event.extensions()).isEqualTo(Map.of("traceparent", "00-1-2-01", "timeestimated", "true"));
        assertThat(event.source()).isEqualTo("counter-service");
        assertThat(event.subject()).isEqualTo(id);
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.data()).isEqualTo("{\"by\":1}");
    }

    @Test
    void without_a_time_an_event_happened_when_it_was_made() {
        Instant before = Instant.now().minusSeconds(1);
        assertThat(last(opened()).time()).isBetween(before, Instant.now().plusSeconds(1));
    }

    @Test
    void entries_that_are_no_legal_extension_stay_in_memory() {
        String id = opened();
        send(new CounterCommand.Count(id, 1), Map.of("Not-Legal", "x", "number", 5));
        assertThat(last(id).extensions()).isEmpty();
    }

    @Test
    void commands_of_two_nodes_on_one_aggregate_are_all_counted() {
        String id = opened();
        try (ConfigurableApplicationContext other = TestService.start(url)) {
            List<CompletableFuture<Object>> sent = Stream.of(service, other)
                    .map(node -> node.getBean(CommandGateway.class))
                    .flatMap(gateway ->
                            IntStream.range(0, 25).mapToObj(n -> gateway.send(new CounterCommand.Count(id, 1))))
                    .toList();
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(total(id)).isEqualTo(50);
    }

    @Test
    void commands_that_wait_for_their_aggregate_hold_no_connection() {
        String id = opened();
        try (ConfigurableApplicationContext narrow = TestService.start(
                        url,
                        Map.of(
                                "spring.datasource.hikari.maximum-pool-size", "3",
                                "spring.datasource.hikari.connection-timeout", "30000"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CommandGateway gateway = narrow.getBean(CommandGateway.class);
            List<CompletableFuture<Void>> sent = IntStream.range(0, 200)
                    .mapToObj(n -> CompletableFuture.runAsync(
                            () -> gateway.sendAndWait(new CounterCommand.Count(id, 1)), callers))
                    .toList();
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(total(id)).isEqualTo(200);
    }

    @Test
    void two_commands_in_one_transaction_see_each_other() {
        String id = opened();
        transactions.executeWithoutResult(status -> {
            send(new CounterCommand.Count(id, 2));
            assertThat(total(id)).isEqualTo(2);
            send(new CounterCommand.Count(id, 2));
        });
        assertThat(total(id)).isEqualTo(4);
    }

    @Test
    void a_command_that_names_no_stream_is_told_so() {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        service.getBean(CommandBus.class)
                .dispatch(
                        new GenericCommandMessage<>(
                                new GenericCommandMessage<>("{}"), CounterCommand.Count.class.getName()),
                        (command, result) -> failure.complete(result.exceptionResult()));
        assertThat(failure.join()).hasMessageContaining("must implement Targeted");
    }

    private String opened() {
        String id = UUID.randomUUID().toString();
        send(new CounterCommand.Open(id, "any"));
        return id;
    }

    private int total(String id) {
        return service.getBean(CommandGateway.class).<Integer>sendAndWait(new CounterCommand.Look(id));
    }

    private EventEnvelope last(String id) {
        return log.readStream(StreamId.deal(id), 0).getLast().envelope();
    }

    private void send(CounterCommand command) {
        send(command, Map.of());
    }

    private void send(CounterCommand command, Map<String, ?> metaData) {
        service.getBean(CommandGateway.class).sendAndWait(new GenericCommandMessage<>(command, metaData));
    }
}
