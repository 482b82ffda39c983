package dev.baton.axon.kafka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.ChainFault;
import dev.baton.axon.postgres.ChainFault.Suspect;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChainFindingsTest {
    private static final String REASON = "its events do not have the digest that was committed";

    @Test
    void each_event_of_a_small_commit_may_be_the_one_that_was_changed() {
        assertThat(ChainFindings.of(fault(5, 7, 3)))
                .extracting(Finding::place)
                .containsExactly("position 5", "position 6", "position 7");
    }

    @Test
    void of_a_large_commit_no_event_is_named_since_the_innocent_would_be() {
        assertThat(ChainFindings.of(fault(5, 60, 10))).singleElement().satisfies(finding -> {
            assertThat(finding.event()).isNull();
            assertThat(finding.fault()).isEqualTo(Fault.ALTERED);
            assertThat(finding.place()).isEqualTo("positions 5 to 60");
            assertThat(finding.detail()).isEqualTo("commit of positions 5 to 60: " + REASON);
        });
    }

    private static ChainFault fault(long first, long last, int named) {
        List<Suspect> events = LongStream.range(first, first + named)
                .mapToObj(position -> new Suspect(position, "deal/a", "event " + position))
                .toList();
        return new ChainFault(first, last, REASON, List.of(), events);
    }
}
