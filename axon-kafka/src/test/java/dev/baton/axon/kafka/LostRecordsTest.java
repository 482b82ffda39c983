package dev.baton.axon.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.Topics;
import dev.baton.contract.testing.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Kafka that no longer has what it took.
class LostRecordsTest {
    private static final String SOURCE = "lost-records";
    private static final Duration CALM = Patience.LIMIT;

    @TempDir
    Path data;

    @Test
    void records_that_went_before_they_were_read_are_not_passed_over_in_silence() throws Exception {
        var deal = Deals.newDeal();
        try (var broker = new DurableBroker(data)) {
            broker.start();
            try (var house = new ReadingHouse(SOURCE, broker.bootstrap())) {
                readAndLose(house, deal);
            }
        }
    }

    private static void readAndLose(ReadingHouse house, String deal) throws Exception {
        var reader =
                house.start(ReaderSettings.of("gone", Delivery.IN_TRANSACTION, Topics.DEALS), house.telling("gone"));
        house.send(SOURCE, deal, 0);
        await().atMost(CALM).until(() -> house.story("gone", deal).size() == 1);
        reader.stop();
        house.send(SOURCE, deal, 1, 2, 3);
        var partition = new TopicPartition(
                Topics.DEALS, Utils.toPositive(Utils.murmur2(deal.getBytes(UTF_8))) % Topics.PARTITIONS);
        long end = house.readers.ends().of(List.of(Topics.DEALS)).get(partition);
        try (var admin = house.readers.clients().admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end - 1)))
                    .all()
                    .get();
        }
        reader.start();
        await().atMost(CALM)
                .untilAsserted(() -> assertThat(reader.problem())
                        .hasValueSatisfying(problem -> assertThat(problem).contains("are gone and were never read")));
        assertThat(house.story("gone", deal)).containsExactly(0L);
    }
}
