package dev.baton.axon.kafka.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.testing.Seed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The general parser says what is right.
class WireTimeTest {
    private static final int TIMES = Seed.times(20_000);
    private static final long YEAR_9999 = 253_402_300_799L;

    @Tag("random")
    @Test
    void what_java_writes_is_read_back() {
        long seed = Seed.of("times on the wire");
        Random random = new Random(seed);
        for (int time = 0; time < TIMES; time++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(0, YEAR_9999), nanos(random));
            assertThat(WireTime.parse(instant.toString()))
                    .as("-Dbaton.seed=" + seed)
                    .isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T08:00:00Z",
                "2026-01-05T08:00:00.5Z",
                "2026-01-05T08:00:00.123456789Z",
                "2024-02-29T23:59:59.000001Z",
                "2026-01-05T08:00:00+01:00",
                "2026-01-05T08:00:00.25-05:30",
                "2026-01-05T08:00Z",
                "2026-01-05T08:00:00.Z",
                "0000-01-01T00:00:00Z"
            })
    void every_form_is_read_as_the_general_parser_reads_it(String text) {
        assertThat(WireTime.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-01-05",
                "2026-13-05T08:00:00Z",
                "2026-02-29T08:00:00Z",
                "2026-01-32T08:00:00Z",
                "2026-00-10T08:00:00Z",
                "2026-01-05T24:00:00Z",
                "2026-01-05T08:60:00Z",
                "2026-01-05T08:00:60Z",
                "2026-01-05T08:00:00.1234567890Z",
                "2026-01-05T08:00:00.12x4Z",
                "2026-01-05 08:00:00Z",
                "2026-01-05T08:00:00z0Z",
                "２０２６-01-05T08:00:00Z"
            })
    void what_the_general_parser_refuses_is_refused(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WireTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    private static int nanos(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000) * 1_000_000;
            case 2 -> random.nextInt(1_000_000) * 1_000;
            default -> random.nextInt(1_000_000_000);
        };
    }
}
