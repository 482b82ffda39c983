package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.contract.StreamId;
import dev.baton.contract.Topics;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What would not fit on a topic does not enter the log, whichever way it comes.
class EventTooLargeTest extends StoreTest {
    private static final int FRAME = 1_000;

    @Override
    Class<?>[] parts() {
        return new Class<?>[] {Scribe.class};
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "€", "\uD83D\uDE80"})
    void an_event_that_would_not_fit_is_refused_and_nothing_of_its_command_is_stored(String character) {
        int bytes = character.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        String stream = UUID.randomUUID().toString();
        String large = character.repeat(Topics.LARGEST_EVENT / bytes);
        long before = log.lastPosition();

        assertThatThrownBy(() -> write(new Fact(UUID.randomUUID(), stream, 0, "small"), fact(stream, 1, large)))
                .isInstanceOf(EventTooLarge.class)
                .hasMessageContaining("deal/" + stream);

        assertThat(log.lastPosition()).isEqualTo(before);
        assertThat(log.readStream(StreamId.deal(stream), 0)).isEmpty();
        write(fact(stream, 0, character.repeat((Topics.LARGEST_EVENT - FRAME) / bytes)));
        assertThat(log.readStream(StreamId.deal(stream), 0)).hasSize(1);
    }

    @Test
    void within_a_transaction_it_undoes_the_transaction() {
        String stream = UUID.randomUUID().toString();

        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> write(fact(stream, 0, "x".repeat(Topics.LARGEST_EVENT)))))
                .isInstanceOf(EventTooLarge.class);

        assertThat(log.readStream(StreamId.deal(stream), 0)).isEmpty();
    }

    private void write(Fact... facts) {
        service.getBean(CommandGateway.class).<Object>sendAndWait(new Scribe.Write(List.of(facts), false));
    }

    private static Fact fact(String stream, long sequence, String text) {
        return new Fact(UUID.randomUUID(), stream, sequence, text);
    }
}
