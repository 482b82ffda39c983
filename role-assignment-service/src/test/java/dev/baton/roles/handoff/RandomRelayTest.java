package dev.baton.roles.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.testing.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ten people and a hundred deals: news comes late and twice, offers are answered, missed and raced by managers, people
/// leave and come back, sagas are written down and read back in between. `-Dbaton.seed` repeats a run,
/// `-Dbaton.interleavings` asks for more.
class RandomRelayTest {
    private static final int DEALS = 100;

    @Tag("random")
    @Test
    void no_interleaving_breaks_a_rule() {
        int moved = 0;
        int interleavings = Integer.getInteger("baton.interleavings", Seed.times(200));
        long seed = Seed.of(interleavings + " interleavings");
        for (int i = 0; i < interleavings; i++) {
            Interleaving interleaving = new Interleaving(seed + i, deals(seed + i));
            interleaving.play();
            moved += interleaving.sagas.packages.movedOn;
        }
        assertThat(interleavings < 100 || moved > interleavings / 10)
                .as("how many packages that lacked something got another holder: %d", moved)
                .isTrue();
    }

    /// Of every other one few deals, of each much.
    private static int deals(long seed) {
        return seed % 2 == 0 ? DEALS : DEALS / 5;
    }

    /// What the relay has written of one interleaving, all of it at rest: few deals, of each much.
    static MemoryLog history(long seed) {
        Interleaving interleaving = new Interleaving(seed, DEALS / 5);
        interleaving.play();
        return interleaving.department.log;
    }
}
