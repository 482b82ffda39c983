package dev.baton.roles.handoff;

import static dev.baton.cli.proof.Fault.LOG_HOLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.proof.Finding;
import dev.baton.cli.proof.LogEvent;
import dev.baton.contract.testing.Seed;
import dev.baton.roles.handoff.Forger.Forged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Can the proof fail? Honest histories of ten people and a hundred deals are forged, one row at a
/// time, and each kind of forgery must be told for what it is: the fault, the deal, and no earlier
/// than where it was done. `-Dbaton.seed` repeats a run, `-Dbaton.histories` asks for more.
class ForgedHistoryTest {
    private static final int EACH = 4;

    /// What needs a rare situation may not have come by then: more histories are looked through for it, but not for
    /// ever.
    private static final int MOST = 1_000;

    private final int histories = Integer.getInteger("baton.histories", Seed.times(10));
    private final long seed = Seed.of(histories + " histories");

    private final List<String> slipped = new ArrayList<>();
    private final Set<Forgery> tried = new HashSet<>();

    @Tag("random")
    @Test
    void every_kind_of_forgery_is_told_for_what_it_is() {
        for (int history = 0; history < histories; history++) {
            forge(history, Forgeries.ALL);
        }
        for (int history = histories; history < MOST && tried.size() < Forgeries.ALL.size(); history++) {
            forge(history, notTried());
        }
        assertThat(slipped).as("seed %d", seed).isEmpty();
        assertThat(tried).as("each kind was tried").containsExactlyInAnyOrderElementsOf(Forgeries.ALL);
    }

    private List<Forgery> notTried() {
        return Forgeries.ALL.stream()
                .filter(forgery -> !tried.contains(forgery))
                .toList();
    }

    private void forge(int history, List<Forgery> forgeries) {
        MemoryLog honest = RandomRelayTest.history(seed + history);
        for (int each = 0; each < EACH; each++) {
            Random random = new Random(seed + 31L * history + each);
            forgeries.forEach(forgery -> forge(forgery, new Forger(honest, random)));
        }
    }

    private void forge(Forgery forgery, Forger forger) {
        forgery.how().apply(forger).ifPresent(forged -> {
            tried.add(forgery);
            List<Finding> findings = forger.proof().findings();
            if (!forgery.isTold(forged, findings)) {
                slipped.add("%s: %s: %s".formatted(forgery.name(), forged, findings));
            }
        });
    }

    /// Whatever it is: whoever cannot renumber what follows leaves a hole.
    @Test
    void any_row_that_is_removed_doubled_or_swapped_without_renumbering_is_a_hole() {
        MemoryLog honest = RandomRelayTest.history(seed);
        List<BiFunction<Forger, LogEvent, Forged>> forgeries = List.of(
                (forger, row) -> forger.remove(row),
                (forger, row) -> forger.insertAfter(row, row),
                (forger, row) -> forger.move(row, forger.at((int) row.position())));
        for (int each = 0; each < 20; each++) {
            Random random = new Random(seed + each);
            for (BiFunction<Forger, LogEvent, Forged> forgery : forgeries) {
                Forger forger = new Forger(honest, random);
                Forged forged = forgery.apply(forger, forger.at(random.nextInt(forger.size() - 1)));
                assertThat(forger.proofOfWhatWasLeft().findings())
                        .as("seed %d, %s", seed + each, forged)
                        .anyMatch(finding ->
                                finding.fault() == LOG_HOLE && Math.abs(finding.position() - forged.position()) <= 1);
            }
        }
    }

    /// What follows from a policy, `what-if` decides again; that nothing was rewritten, the chain
    /// of commits says, which `verify` walks. The proof does not claim either.
    @Test
    void what_the_proof_does_not_claim_to_see() {
        MemoryLog honest = RandomRelayTest.history(seed);
        Consumer<ObjectNode> scores =
                data -> data.withArray("candidates").forEach(candidate -> ((ObjectNode) candidate).put("score", 17));
        stillProven(honest, "assignment-decided", scores);
        stillProven(honest, "assignment-decided", data -> data.put("policyVersion", 99));
        stillProven(honest, "assignment-queued", data -> data.put("reason", "no reason"));
    }

    private void stillProven(MemoryLog honest, String name, Consumer<ObjectNode> change) {
        Forger forger = new Forger(honest, new Random(seed));
        forger.find(name).ifPresent(row -> forger.change(row, change));
        assertThat(forger.proof().findings()).as("seed %d", seed).isEmpty();
    }
}
