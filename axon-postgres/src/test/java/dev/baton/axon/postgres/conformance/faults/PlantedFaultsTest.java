package dev.baton.axon.postgres.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// The suite is worth what it finds: every planted fault turns the test red that was made for it.
class PlantedFaultsTest {
    /// A faulty engine may also let somebody wait for ever.
    private static final String SOON = "10s";

    /// A good one is green however busy the machine is.
    private static final String AT_LAST = "5m";

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "a skipped event",
                        SkippedEvent::new,
                        "a_tail_sees_every_event_once_and_in_order_while_several_processes_append"),
                fault(
                        "an early acknowledgement",
                        EarlyAcknowledgement::new,
                        "an_acknowledged_event_is_at_once_visible_to_another_process",
                        "nobody_is_acknowledged_before_the_commit",
                        "what_was_acknowledged_outlives_a_crash_in_the_middle_of_appending"),
                fault(
                        "a conflict that fails its neighbour",
                        GuiltyNeighbours::new,
                        "a_conflict_fails_alone",
                        "a_duplicate_fails_alone",
                        "of_two_at_one_place_of_a_stream_one_fails_alone"),
                fault(
                        "a position used twice",
                        PositionUsedTwice::new,
                        "no_position_is_used_twice_and_none_left_out_while_many_append"),
                fault("half an append", HalfAnAppend::new, "a_refused_append_leaves_nothing_of_itself"),
                fault(
                        "a gap behind what was taken back",
                        GapBehindWhatWasTakenBack::new,
                        "an_append_that_is_taken_back_leaves_neither_an_event_nor_a_gap"),
                fault("a lost update", LostUpdate::new, "of_many_who_append_at_one_place_one_wins"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void the_suite_goes_red_on(String name, Supplier<InMemoryLog> engine, List<String> sentences) {
        assertThat(failedOn(engine, SOON)).as("tests that failed on %s", name).containsAll(sentences);
    }

    @Test
    void the_suite_is_green_on_the_engine_that_the_faults_are_planted_into() {
        assertThat(failedOn(InMemoryLog::new, AT_LAST)).isEmpty();
    }

    private static Arguments fault(String name, Supplier<InMemoryLog> engine, String... sentences) {
        return arguments(name, engine, List.of(sentences));
    }

    /// Names of the suite's tests that the engine fails.
    private static List<String> failedOn(Supplier<InMemoryLog> engine, String timeout) {
        FaultySuite.planted = engine;
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(suite(timeout), summary);
        assertThat(summary.getSummary().getTestsFoundCount()).isGreaterThan(20);
        return summary.getSummary().getFailures().stream()
                .map(TestExecutionSummary.Failure::getTestIdentifier)
                .map(TestIdentifier::getDisplayName)
                .map(name -> name.replace("()", ""))
                .toList();
    }

    private static LauncherDiscoveryRequest suite(String timeout) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(FaultySuite.class))
                .configurationParameter("junit.jupiter.execution.timeout.default", timeout)
                .build();
    }
}
