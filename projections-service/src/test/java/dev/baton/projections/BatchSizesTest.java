package dev.baton.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.testing.Seed;
import dev.baton.projections.testing.FoldedRows;
import dev.baton.projections.testing.RandomOffice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The rows must not show in which portions the events came.
@Tag("random")
class BatchSizesTest {

    @Test
    void folding_in_batches_of_any_size_gives_the_same_rows() {
        long seed = Seed.of("sizes of batches");
        List<EventEnvelope> events = RandomOffice.written(seed, 25).events();

        Map<String, List<String>> atOnce = rows(events, events.size());

        assertThat(atOnce.get("gen_1.deal_current")).hasSize(25);
        assertThat(rows(events, 1)).as("one by one, seed %d", seed).isEqualTo(atOnce);
        assertThat(rows(events, 13)).as("by thirteen, seed %d", seed).isEqualTo(atOnce);
    }

    private static Map<String, List<String>> rows(List<EventEnvelope> events, int size) {
        try (FoldedRows rows = new FoldedRows(jdbc -> new Folding().models(jdbc, new JsonEventCodec()))) {
            return rows.fold(events, size).all();
        }
    }
}
