package dev.baton.deal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.testing.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Deals that live at random: whatever is asked of them, by whomever, in whatever order, nothing breaks. The seed is
/// printed; `-Dbaton.seed` runs the same lives again.
@Tag("random")
class RandomLifeTest {
    private static final int STEPS = Seed.times(100_000);

    /// A command that takes a long story to be possible may not have come by then: the lives go on
    /// until it has, but not for ever.
    private static final int MOST_STEPS = 10 * STEPS;

    private static final int LONGEST_LIFE = 120;

    private final long seed = Seed.of("random lives");
    private final Set<Class<?>> carriedOut = new HashSet<>();
    private final Set<String> refusals = new HashSet<>();
    private int steps;

    @Test
    void no_sequence_of_commands_breaks_a_rule_and_replaying_gives_the_same_deal() {
        RandomGenerator lives = new SplittableRandom(seed);
        Set<Class<?>> commands = commands();
        while (steps < STEPS || steps < MOST_STEPS && !carriedOut.containsAll(commands)) {
            live(lives);
        }
        assertThat(carriedOut).as("commands that were carried out").containsAll(commands);
        assertThat(refusals).as("kinds of refusals").hasSizeGreaterThan(15);
    }

    private void live(RandomGenerator chance) {
        Pipeline pipeline =
                List.of(Deals.MILESTONES, Deals.STANDARD, Talks.WIDE).get(chance.nextInt(3));
        RandomRequests requests = new RandomRequests(chance, pipeline);
        List<Told> story = new ArrayList<>();
        DealState state = new Unknown();
        for (int step = 0; step < LONGEST_LIFE; step++) {
            steps++;
            state = step(state, requests.next(state), story);
        }
    }

    private DealState step(DealState before, RandomRequests.Request request, List<Told> story) {
        DealCommand command = request.command();
        DealContext context = request.context();
        List<DealEvent> events = decide(before, command, context);
        Instant at = command instanceof RecordMilestone report ? report.occurredAt() : context.now();
        DealState after = before;
        for (DealEvent event : events) {
            DealState then = after.told(event, at, context.now());
            story.add(new Told(event, at, context.now()));
            Invariants.hold(after, event, then, context);
            after = then;
        }
        if (!events.isEmpty()) {
            carriedOut.add(command.getClass());
            assertThat(replayed(story))
                    .as("seed %d, step %d: replayed", seed, steps)
                    .isEqualTo(after);
        }
        return after;
    }

    private List<DealEvent> decide(DealState state, DealCommand command, DealContext context) {
        try {
            List<DealEvent> events = DealDecisions.decide(state, command, context);
            if (command instanceof PersonsCommand) {
                assertThat(state.allowed()).contains(Possibilities.pathName(command.getClass()));
            }
            return events;
        } catch (DealRejected refusal) {
            assertThat(refusal.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(refusal.getMessage()).isNotBlank();
            refusals.add(refusal.code());
            return List.of();
        } catch (RuntimeException untyped) {
            throw new AssertionError("seed " + seed + ", step " + steps + ": " + command + " in " + state, untyped);
        }
    }

    private static DealState replayed(List<Told> story) {
        DealState state = new Unknown();
        for (Told told : story) {
            state = state.told(told.event(), told.at(), told.recorded());
        }
        return state;
    }

    private static Set<Class<?>> commands() {
        Set<Class<?>> commands = new HashSet<>();
        Samples.all().forEach(sample -> commands.add(sample.command().getClass()));
        return commands;
    }

    private record Told(DealEvent event, Instant at, Instant recorded) {}
}
