package dev.baton.axon.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.contract.Topics;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.testing.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class ReaderFaultsTest {
    private static final String SOURCE = "faults-test";
    private static final Duration CALM = Patience.LIMIT;

    private final ReadingHouse house = new ReadingHouse(SOURCE);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void rows_of_a_batch_that_fails_after_writing_are_rolled_back_with_its_offset() {
        var deal = Deals.newDeal();
        var calls = new AtomicInteger();
        house.send(SOURCE, deal, 0, 1, 2);
        house.start(settings("rollback"), batch -> {
            house.telling("rollback").handle(batch);
            if (ours(batch, deal) && calls.incrementAndGet() == 1) {
                throw new IllegalStateException("after the rows, before the commit");
            }
        });
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(house.story("rollback", deal)).containsExactly(0L, 1L, 2L));
        assertThat(calls.get()).isGreaterThan(1);
        assertThat(house.poisonOf(SOURCE)).isEmpty();
    }

    @Test
    void a_lost_database_session_loses_nothing_and_doubles_nothing() {
        var deal = Deals.newDeal();
        var lost = new AtomicBoolean();
        house.start(settings("session"), batch -> {
            house.telling("session").handle(batch);
            if (ours(batch, deal) && lost.compareAndSet(false, true)) {
                house.jdbc
                        .sql("select pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .singleRow();
            }
        });
        house.send(SOURCE, deal, 0, 1, 2);
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(house.story("session", deal)).containsExactly(0L, 1L, 2L));
        assertThat(lost).isTrue();
        assertThat(house.poisonOf(SOURCE)).isEmpty();
    }

    @Test
    void a_database_that_is_away_makes_no_dead_letters() {
        var deal = Deals.newDeal();
        var away = new AtomicBoolean(true);
        var reader = house.start(settings("away"), batch -> {
            if (away.get()) {
                throw new CannotGetJdbcConnectionException("away");
            }
            house.telling("away").handle(batch);
        });
        house.send(SOURCE, deal, 0, 1, 2);
        await().atMost(CALM).until(() -> reader.problem().isPresent());
        away.set(false);
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(house.story("away", deal)).containsExactly(0L, 1L, 2L));
        await().untilAsserted(() -> assertThat(reader.problem()).isEmpty());
        assertThat(house.poisonOf(SOURCE)).isEmpty();
    }

    @Test
    void two_instances_share_the_partitions_and_each_event_is_applied_once() {
        var deals = IntStream.range(0, 40).mapToObj(n -> Deals.newDeal()).toList();
        var first = house.start(settings("shared").batchesOf(50), house.telling("shared"));
        sendRounds(deals, 0, 10);
        await().atMost(CALM).until(() -> !house.story("shared", deals.getLast()).isEmpty());
        house.start(settings("shared").batchesOf(50), house.telling("shared"));
        sendRounds(deals, 10, 20);
        await().atMost(CALM)
                .untilAsserted(() ->
                        assertThat(house.story("shared", deals.getFirst())).hasSizeGreaterThan(10));
        first.stop();
        sendRounds(deals, 20, 30);

        var whole = LongStream.range(0, 30).boxed().toList();
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(deals)
                        .allSatisfy(
                                deal -> assertThat(house.story("shared", deal)).isEqualTo(whole)));
        assertThat(house.poisonOf(SOURCE)).isEmpty();
    }

    /// As a producer with a partitioner of its own, or with other partitions, would have left them: the later ones
    /// first.
    @Test
    void deals_whose_events_lie_in_several_partitions_are_told_once_and_in_order_by_two_instances() {
        var deals = IntStream.range(0, 20).mapToObj(n -> Deals.newDeal()).toList();
        house.start(settings("astray").batchesOf(7), house.telling("astray"));
        house.start(settings("astray").batchesOf(7), house.telling("astray"));
        house.send(Deals.event(SOURCE, deals.getFirst(), 0));
        for (long sequence = 19; sequence >= 0; sequence--) {
            for (var deal : deals) {
                astray(deal, sequence);
                astray(deal, sequence);
            }
        }
        house.flush();
        var whole = LongStream.range(0, 20).boxed().toList();
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(deals)
                        .allSatisfy(
                                deal -> assertThat(house.story("astray", deal)).isEqualTo(whole)));
        assertThat(house.poisonOf(SOURCE)).isEmpty();
        await().until(() -> house.parkedOf(SOURCE) == 0);
    }

    private void astray(String deal, long sequence) {
        var event = new CloudEventWriter().write(Topics.DEALS, Deals.event(SOURCE, deal, sequence));
        int partition = ThreadLocalRandom.current().nextInt(Topics.PARTITIONS);
        house.send(new ProducerRecord<>(event.topic(), partition, event.key(), event.value(), event.headers()));
    }

    @Test
    void whoever_finds_the_offset_moved_by_another_writes_nothing_and_goes_on_from_there() {
        var deal = Deals.newDeal();
        var reader = house.start(settings("overtaken"), house.telling("overtaken"));
        house.send(SOURCE, deal, 0);
        await().atMost(CALM).until(() -> house.story("overtaken", deal).size() == 1);
        await().atMost(CALM).until(() -> lag(reader) == 0);

        // as another instance would have left it, had it applied events 1 and 2 meanwhile
        house.jdbc
                .sql("update reader_offset set next_offset = next_offset + 2 where reader = 'overtaken'"
                        + " and (topic, partition) in (select topic, partition from reader_offset"
                        + " where reader = 'overtaken')")
                .update();
        house.jdbc
                .sql("update reader_subject set last_sequence = 2 where reader = 'overtaken' and subject = ?")
                .param(deal)
                .update();
        house.send(SOURCE, deal, 1, 2, 3);
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(house.story("overtaken", deal)).containsExactly(0L, 3L));
    }

    @Test
    void an_event_of_an_unknown_version_is_set_aside_and_its_successors_wait() {
        var deal = Deals.newDeal();
        var other = Deals.newDeal();
        var codec = new JsonEventCodec();
        house.start(
                settings("versions"),
                batch -> batch.forEach(event -> {
                    if (ours(List.of(event), deal) && event.envelope().sequence() == 1) {
                        codec.decode(
                                "baton.deal.lead-found.v99", event.envelope().data());
                    }
                    house.tell("versions", event);
                }));
        house.send(SOURCE, deal, 0, 1, 2);
        house.send(SOURCE, other, 0, 1);
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(house.poisonOf(SOURCE))
                        .singleElement()
                        .satisfies(letter -> {
                            assertThat(letter.sequence()).isEqualTo(1);
                            assertThat(letter.error()).contains("lead-found.v99");
                            assertThat(letter.waiting()).isEqualTo(1);
                        }));
        await().atMost(CALM).until(() -> house.story("versions", other).size() == 2);
        assertThat(house.story("versions", deal)).containsExactly(0L);
    }

    @Test
    void progress_tells_how_far_behind_it_is() {
        var deal = Deals.newDeal();
        var reader = house.start(settings("progress"), house.telling("progress"));
        house.send(SOURCE, deal, 0, 1);
        await().atMost(CALM).until(() -> house.story("progress", deal).size() == 2);
        await().atMost(CALM).until(() -> lag(reader) == 0 && reader.lag() == 0);
        assertThat(reader.progress()).hasSize(Topics.PARTITIONS);
        assertThat(reader.progress())
                .anySatisfy(partition -> assertThat(partition.nextOffset()).isPositive());

        reader.stop();
        house.send(SOURCE, deal, 2, 3, 4);
        assertThat(lag(reader)).isEqualTo(3);
    }

    private static ReaderSettings settings(String reader) {
        return ReaderSettings.of(reader, Delivery.IN_TRANSACTION, Topics.DEALS);
    }

    private static boolean ours(List<ReceivedEvent> batch, String deal) {
        return batch.stream().anyMatch(event -> event.envelope().subject().equals(deal));
    }

    private static long lag(TopicReader reader) {
        return reader.progress().stream().mapToLong(PartitionProgress::lag).sum();
    }

    private void sendRounds(List<String> deals, long from, long to) {
        for (long sequence = from; sequence < to; sequence++) {
            for (var deal : deals) {
                house.send(Deals.event(SOURCE, deal, sequence));
            }
        }
        house.flush();
    }
}
