package dev.baton.axon.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A reader that stands still in the middle of a batch until its partitions belong to another, and then goes on.
class StoppedReaderTest {
    private static final String SOURCE = "stopped-reader";
    private static final Duration PATIENCE = Patience.LIMIT;

    private final KafkaSettings impatient = new KafkaSettings(
            Broker.settings().bootstrap(),
            (short) 1,
            Map.of("max.poll.interval.ms", "5000", "max.block.ms", "120000", "delivery.timeout.ms", "120000"));
    private final ReadingHouse house = new ReadingHouse(SOURCE, impatient);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean stands = new AtomicBoolean();

    @AfterEach
    void close() {
        goOn.countDown();
        house.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_it_had_in_hand_is_applied_once_whoever_goes_on(Delivery delivery) {
        var deal = Deals.newDeal();
        String name = "stopped-" + delivery;
        var settings = ReaderSettings.of(name, delivery, Topics.DEALS);
        house.start(settings, batch -> {
            if (batch.stream().anyMatch(event -> event.envelope().subject().equals(deal))
                    && stands.compareAndSet(false, true)) {
                standStill();
            }
            house.telling(name).handle(batch);
        });
        house.send(SOURCE, deal, 0, 1, 2);
        await().atMost(PATIENCE).until(stands::get);
        house.start(settings, house.telling(name));
        house.send(SOURCE, deal, 3, 4);
        // the other waits at the rows that this one has locked, until the server takes them from it
        await().atMost(PATIENCE)
                .until(() -> house.story(name, deal).stream().distinct().count() == 5);
        goOn.countDown();
        house.send(SOURCE, deal, 5, 6);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(house.story(name, deal).stream().distinct())
                        .containsExactlyElementsOf(
                                LongStream.range(0, 7).boxed().toList()));
        if (delivery == Delivery.IN_TRANSACTION) {
            assertThat(house.story(name, deal)).doesNotHaveDuplicates();
        }
        // at least once: what was read is noted after it was applied
        await().atMost(PATIENCE).until(() -> last(name, deal) == 6);
        assertThat(house.poisonOf(SOURCE)).isEmpty();
    }

    /// -1 while nothing is noted.
    private long last(String name, String deal) {
        return house.jdbc
                .sql("select last_sequence from reader_subject where reader = ? and subject = ?")
                .params(name, deal)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private void standStill() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
