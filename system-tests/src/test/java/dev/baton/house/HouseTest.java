package dev.baton.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Which room may know which: services meet in Kafka and in the contract, never in each other's code.
class HouseTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> SERVICE = Set.of("event-contract", "axon-postgres", "axon-kafka", "web-edge");
    private static final Set<String> WITH_CALENDAR =
            Set.of("event-contract", "business-time", "axon-postgres", "axon-kafka", "web-edge");
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("event-contract", Set.of()),
            Map.entry("jitter", Set.of()),
            Map.entry("axon-postgres", Set.of("event-contract", "web-edge")),
            Map.entry("axon-kafka", Set.of("event-contract", "axon-postgres", "web-edge")),
            Map.entry("web-edge", Set.of("event-contract")),
            Map.entry("business-time", Set.of("event-contract")),
            Map.entry("deal-service", WITH_CALENDAR),
            Map.entry("role-assignment-service", WITH_CALENDAR),
            Map.entry("projections-service", Set.of("event-contract", "axon-kafka", "web-edge")),
            Map.entry("command-line", Set.of()),
            Map.entry("local-stack", Set.of()),
            Map.entry("system-tests", Set.of("web-edge", "local-stack")),
            Map.entry(
                    "benchmarks",
                    Set.of("event-contract", "axon-postgres", "axon-kafka", "command-line", "local-stack")));

    private static final String OF_A_TEST_JAR = "(?:\\s*<(?:version|type)>[^<]*</(?:version|type)>)*";

    /// Rooms that tests alone may know, and what for.
    private static final Map<String, Set<String>> MAY_KNOW_IN_TESTS = Map.of(
            // the proof, which reads what the relay wrote with code of its own
            // and what holds tests up
            "role-assignment-service", Set.of("command-line", "jitter"),
            "deal-service", Set.of("jitter"),
            "projections-service", Set.of("jitter"),
            "axon-postgres", Set.of("jitter"),
            "axon-kafka", Set.of("jitter"),
            // how tests wait
            "jitter", Set.of("event-contract"),
            "command-line", Set.of("event-contract"),
            "local-stack", Set.of("event-contract"),
            "system-tests", Set.of("event-contract"));

    @TestFactory
    Stream<DynamicTest> a_room_knows_only_the_rooms_that_it_may() {
        return MAY_KNOW.entrySet().stream()
                .map(room -> dynamicTest(
                        room.getKey(), () -> assertThat(room.getValue()).containsAll(known(room.getKey()))));
    }

    @Test
    void a_room_that_tests_alone_may_know_is_in_no_other_scope() throws IOException {
        for (Map.Entry<String, Set<String>> room : MAY_KNOW_IN_TESTS.entrySet()) {
            String pom = Files.readString(ROOT.resolve(room.getKey()).resolve("pom.xml"));
            assertThat(room.getValue())
                    .allSatisfy(known -> assertThat(pom)
                            .containsPattern("<artifactId>" + known + "</artifactId>" + OF_A_TEST_JAR
                                    + "\\s*<scope>test</scope>"));
        }
    }

    @Test
    void every_room_is_on_the_plan() throws IOException {
        try (Stream<Path> rooms = Files.list(ROOT)) {
            assertThat(rooms.filter(room -> Files.exists(room.resolve("pom.xml")))
                            .map(room -> room.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
        }
    }

    private static Set<String> known(String room) throws IOException {
        Pattern ours = Pattern.compile("<groupId>dev\\.baton</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");
        Set<String> known = new TreeSet<>();
        ours.matcher(Files.readString(ROOT.resolve(room).resolve("pom.xml")))
                .results()
                .forEach(match -> known.add(match.group(1)));
        known.removeAll(Set.of("baton", room));
        known.removeAll(MAY_KNOW_IN_TESTS.getOrDefault(room, Set.of()));
        return known;
    }
}
