package dev.baton.axon.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.contract.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonTest {
    private static final String SOURCE = "poison-test";

    private final ReadingHouse house = new ReadingHouse(SOURCE);
    private final Set<String> poison = ConcurrentHashMap.newKeySet();

    @BeforeAll
    void startReaders() {
        for (var delivery : Delivery.values()) {
            String reader = "poison-" + delivery;
            house.start(ReaderSettings.of(reader, delivery, Topics.DEALS), batch -> applyTo(reader, batch));
        }
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_poison_event_is_parked_alone_and_a_retry_heals_it(Delivery delivery) {
        String reader = "poison-" + delivery;
        var sick = Deals.newDeal();
        var well = Deals.newDeal();
        poison.add(sick + "/1");
        house.send(SOURCE, sick, 0, 1, 2, 3);
        house.send(SOURCE, well, 0, 1, 2, 3);

        await().untilAsserted(() -> assertThat(applied(reader, well)).containsExactly(0L, 1L, 2L, 3L));
        await().untilAsserted(() -> assertThat(letterOf(reader, sick))
                .isNotNull()
                .satisfies(letter -> {
                    assertThat(letter.sequence()).isEqualTo(1);
                    assertThat(letter.error()).contains("cannot digest " + sick + "/1");
                    assertThat(letter.waiting()).isEqualTo(2);
                }));
        assertThat(applied(reader, sick)).containsExactly(0L);

        house.letters.retry(letterOf(reader, sick).id());
        await().untilAsserted(
                        () -> assertThat(letterOf(reader, sick).attempts()).isEqualTo(2));

        poison.remove(sick + "/1");
        house.letters.retry(letterOf(reader, sick).id());
        await().untilAsserted(() -> assertThat(applied(reader, sick)).containsExactly(0L, 1L, 2L, 3L));
        await().untilAsserted(() -> assertThat(letterOf(reader, sick)).isNull());
    }

    @Test
    void a_poison_among_those_that_waited_is_parked_alone() {
        String reader = "poison-" + Delivery.IN_TRANSACTION;
        var sick = Deals.newDeal();
        poison.add(sick + "/3");
        house.send(SOURCE, sick, 0, 2, 3, 4);
        await().until(() -> house.parked(reader, sick) == 3);

        house.send(SOURCE, sick, 1);
        await().untilAsserted(() -> assertThat(letterOf(reader, sick))
                .isNotNull()
                .satisfies(letter -> assertThat(letter.sequence()).isEqualTo(3)));
        assertThat(applied(reader, sick)).containsExactly(0L, 1L, 2L);

        poison.remove(sick + "/3");
        house.letters.retryAll(reader);
        await().untilAsserted(() -> assertThat(applied(reader, sick)).containsExactly(0L, 1L, 2L, 3L, 4L));
        assertThat(house.parked(reader, sick)).isZero();
    }

    @Test
    void a_record_that_is_no_event_is_a_dead_letter_and_the_rest_goes_on() {
        String reader = "poison-" + Delivery.IN_TRANSACTION;
        var deal = Deals.newDeal();
        var record = new CloudEventWriter().write(Topics.DEALS, Deals.event(SOURCE, deal, 0));
        record.headers().remove("ce_sequence");
        house.send(record);
        house.send(new ProducerRecord<>(Topics.DEALS, null, "junk".getBytes(UTF_8)));
        house.send(SOURCE, deal, 0);

        await().untilAsserted(() -> assertThat(applied(reader, deal)).containsExactly(0L));
        await().untilAsserted(() -> assertThat(errors(reader))
                .contains("header ce_sequence is missing", "header ce_specversion must be 1.0, was null"));
    }

    @Test
    void a_record_that_is_no_event_can_be_thrown_away_and_an_event_cannot() {
        String reader = "poison-" + Delivery.IN_TRANSACTION;
        var sick = Deals.newDeal();
        poison.add(sick + "/0");
        house.send(new ProducerRecord<>(Topics.DEALS, null, "to be thrown away".getBytes(UTF_8)));
        house.send(SOURCE, sick, 0);
        await().until(() -> letterOf(reader, sick) != null
                && letters(reader).stream().anyMatch(letter -> letter.eventId() == null));

        assertThat(house.letters.discard(letterOf(reader, sick).id())).isFalse();
        assertThat(letterOf(reader, sick)).isNotNull();
        long junk = letters(reader).stream()
                .filter(letter -> letter.eventId() == null)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(house.letters.discard(junk)).isTrue();
        assertThat(house.letters.discard(junk)).isFalse();
        assertThat(letters(reader)).noneMatch(letter -> letter.id() == junk);
    }

    /// Rows are written before the failure: only a rollback explains that they are gone.
    private void applyTo(String reader, List<ReceivedEvent> batch) {
        for (var event : batch) {
            String key = event.envelope().subject() + "/" + event.envelope().sequence();
            if (reader.endsWith("IN_TRANSACTION") || !poison.contains(key)) {
                house.tell(reader, event);
            }
            if (poison.contains(key)) {
                throw new IllegalStateException("cannot digest " + key);
            }
        }
    }

    /// A reader whose effects are not in its transaction may repeat them: distinct, as an idempotent one would.
    private List<Long> applied(String reader, String deal) {
        return reader.endsWith("IN_TRANSACTION")
                ? house.story(reader, deal)
                : house.story(reader, deal).stream().distinct().toList();
    }

    private DeadLetter letterOf(String reader, String deal) {
        return letters(reader).stream()
                .filter(letter -> deal.equals(letter.subject()))
                .findFirst()
                .orElse(null);
    }

    private List<DeadLetter> letters(String reader) {
        return house.letters.list(0, 100).stream()
                .filter(letter -> letter.reader().equals(reader))
                .toList();
    }

    private List<String> errors(String reader) {
        return letters(reader).stream().map(DeadLetter::error).toList();
    }
}
