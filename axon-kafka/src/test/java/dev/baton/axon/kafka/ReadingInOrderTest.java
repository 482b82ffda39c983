package dev.baton.axon.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.Topics;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingInOrderTest {
    private static final String READER = "in-order";
    private static final String SOURCE = "order-test";
    private static final String MYSELF = "myself-in-" + SOURCE;

    private final ReadingHouse house = new ReadingHouse(SOURCE);

    @BeforeAll
    void startReader() {
        house.start(
                ReaderSettings.of(READER, Delivery.IN_TRANSACTION, Topics.DEALS).ignoring(MYSELF),
                house.telling(READER));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void each_deals_events_are_applied_in_their_order() {
        var deals = LongStream.range(0, 20).mapToObj(n -> Deals.newDeal()).toList();
        for (long sequence = 0; sequence < 50; sequence++) {
            for (var deal : deals) {
                house.send(Deals.event(SOURCE, deal, sequence));
            }
        }
        house.flush();
        var whole = LongStream.range(0, 50).boxed().toList();
        await().untilAsserted(() -> assertThat(deals)
                .allSatisfy(deal -> assertThat(house.story(READER, deal)).isEqualTo(whole)));
    }

    @Test
    void what_was_applied_before_is_skipped() {
        var deal = Deals.newDeal();
        house.send(SOURCE, deal, 0, 1, 2, 0, 1, 2, 3);
        await().untilAsserted(() -> assertThat(house.story(READER, deal)).containsExactly(0L, 1L, 2L, 3L));
    }

    @Test
    void an_event_behind_a_hole_waits_until_it_is_filled() {
        var deal = Deals.newDeal();
        var other = Deals.newDeal();
        house.send(SOURCE, deal, 0, 2, 3);
        house.send(SOURCE, other, 0, 1);
        await().until(() -> house.parked(READER, deal) == 2);
        assertThat(house.story(READER, deal)).containsExactly(0L);
        await().untilAsserted(() -> assertThat(house.story(READER, other)).containsExactly(0L, 1L));

        house.send(SOURCE, deal, 1);
        await().untilAsserted(() -> assertThat(house.story(READER, deal)).containsExactly(0L, 1L, 2L, 3L));
        assertThat(house.parked(READER, deal)).isZero();
    }

    @Test
    void two_one_two_after_an_expired_batch_loses_nothing() {
        var deal = Deals.newDeal();
        house.send(SOURCE, deal, 0, 2, 1, 2, 3);
        await().untilAsserted(() -> assertThat(house.story(READER, deal)).containsExactly(0L, 1L, 2L, 3L));
    }

    @Test
    void two_sources_of_one_deal_count_apart() {
        var deal = Deals.newDeal();
        house.send(SOURCE, deal, 0, 1);
        house.send("another-" + SOURCE, deal, 0, 1);
        await().untilAsserted(() -> assertThat(house.story(READER, deal)).containsExactly(0L, 1L, 0L, 1L));
    }

    @Test
    void a_service_passes_over_its_own_events() {
        var deal = Deals.newDeal();
        house.send(MYSELF, deal, 0, 1);
        house.send(SOURCE, deal, 0);
        await().untilAsserted(() -> assertThat(house.story(READER, deal)).containsExactly(0L));
        assertThat(house.story(READER, deal)).hasSize(1);
    }
}
