package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.contract.EventCatalogue.EventType;
import dev.baton.contract.json.ContractJson;
import dev.baton.contract.json.JsonEventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Pins every event version to the JSON that was stored of it. Files are only ever added.
class GoldenEventsTest {
    static final Path GOLDEN = Path.of("src/test/resources/golden");
    private final JsonEventCodec codec = new JsonEventCodec();

    @TestFactory
    Stream<DynamicTest> a_golden_event_is_read_and_written_back_to_the_byte() throws IOException {
        return goldenFiles().stream().map(file -> dynamicTest(file.toString(), () -> roundTrips(file)));
    }

    @Test
    void every_event_of_the_catalogue_has_a_golden_file() {
        assertThat(EventCatalogue.types())
                .allSatisfy(type -> assertThat(GOLDEN.resolve(type.name())).isDirectoryContaining("glob:**.json"));
    }

    @Test
    void every_golden_file_belongs_to_an_event_that_is_still_known() throws IOException {
        try (Stream<Path> types = Files.list(GOLDEN)) {
            assertThat(types)
                    .allMatch(dir -> EventCatalogue.knows(dir.getFileName().toString()));
        }
    }

    @Test
    void the_full_example_of_an_event_fills_every_field_that_no_other_example_fills() throws IOException {
        for (EventType type : EventCatalogue.types()) {
            assertThat(fieldsInExamples(type))
                    .as(type.name())
                    .containsAll(Stream.of(type.event().getRecordComponents())
                            .map(RecordNames::wireName)
                            .toList());
        }
    }

    private List<String> fieldsInExamples(EventType type) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.resolve(type.name()))) {
            return files.map(file -> ContractJson.mapper().readTree(file))
                    .map(tree -> tree.propertyNames())
                    .flatMap(Collection::stream)
                    .toList();
        }
    }

    private void roundTrips(Path file) throws IOException {
        String type = file.getParent().getFileName().toString();
        String golden = Files.readString(file).strip();
        Object event = codec.decode(type, golden);
        assertThat(codec.encode(event)).isEqualTo(new EventCodec.Encoded(type, golden));
    }

    static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
