package dev.baton.deal.lifecycle;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole table: each state, each command, what follows. Nothing falls through.
class EveryStateMeetsEveryCommandTest {
    private static final Path DOCUMENT = Path.of("../docs/state-transitions.md");

    @Test
    void the_table_holds() throws IOException {
        String now = StateTransitions.document();
        if ("write".equals(System.getProperty("baton.docs"))) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(now)
                .as("docs/state-transitions.md is stale: look at the difference, and write it with -Dbaton.docs=write")
                .isEqualTo(Files.readString(DOCUMENT));
    }

    @Test
    void the_table_knows_every_state_and_every_command() {
        assertThat(Deals.everyState().values().stream()
                        .map(DealState::stateName)
                        .collect(toSet()))
                .isEqualTo(Set.copyOf(concrete(DealState.class)));
        assertThat(Samples.all().stream()
                        .map(sample -> sample.command().commandName())
                        .collect(toSet()))
                .isEqualTo(Set.copyOf(concrete(DealCommand.class)));
    }

    @ParameterizedTest(name = "in {0}: {1}")
    @MethodSource("pairs")
    void a_refusal_is_typed_and_says_what_is_possible_instead(
            String name, String label, DealState state, Sample sample) {
        Encounter met = Encounter.of(state, sample, Deals.MILESTONES);
        boolean known =
                state.allowed().contains(Possibilities.pathName(sample.command().getClass()));
        if (met.refusal() != null) {
            assertThat(met.refusal().code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(met.refusal().getMessage()).isNotBlank();
        }
        if (sample.command() instanceof PersonsCommand && !known) {
            assertThat(met.refusal()).isNotNull();
            assertThat(met.refusal().code()).isIn("not-in-this-state", "unknown-deal");
            assertThat(met.refusal().allowed()).isNotEmpty();
        }
        if (known) {
            assertThat(met.outcome()).isNotIn("*not-in-this-state*", "*unknown-deal*");
        }
    }

    static Stream<Arguments> pairs() {
        return Deals.everyState().entrySet().stream()
                .flatMap(state -> Samples.all().stream()
                        .map(sample -> Arguments.of(state.getKey(), sample.label(), state.getValue(), sample)));
    }

    private static List<String> concrete(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? concrete(kind).stream() : Stream.of(kind.getSimpleName()))
                .distinct()
                .toList();
    }
}
