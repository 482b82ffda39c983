package dev.baton.projections.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.testing.Seed;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    private static final long YEAR_1000 = -30_610_224_000L;
    private static final long YEAR_10000 = 253_402_300_800L;

    @Tag("random")
    @Test
    void what_is_written_is_the_moment() {
        long seed = Seed.of("moments");
        Random random = new Random(seed);
        for (int time = 0; time < Seed.times(20_000); time++) {
            Instant moment =
                    Instant.ofEpochSecond(random.nextLong(YEAR_1000, YEAR_10000), random.nextInt(1_000_000_000));
            assertThat(Instant.parse(text(moment))).as("-Dbaton.seed=" + seed).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T08:00:00Z",
                "2026-12-31T23:59:59.5Z",
                "2024-02-29T00:00:00.000001Z",
                "1969-12-31T23:59:59.999999999Z",
                "0999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void it_is_written_without_what_it_does_not_have(String text) {
        assertThat(text(Instant.parse(text))).isEqualTo(text);
    }

    private static String text(Instant moment) {
        StringBuilder text = new StringBuilder();
        MomentText.append(text, moment);
        return text.toString();
    }
}
