package dev.baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.baton.contract.EventCatalogue.EventType;
import dev.baton.contract.json.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// The schemas that clients validate with say the same as the records that Baton reads with.
class SchemasTest {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TestFactory
    Stream<DynamicTest> a_schema_names_the_fields_of_its_record_and_no_other() {
        return EventCatalogue.types().stream().map(type -> dynamicTest(type.name(), () -> namesItsFields(type)));
    }

    @TestFactory
    Stream<DynamicTest> a_golden_event_is_valid() throws IOException {
        return GoldenEventsTest.goldenFiles().stream().map(file -> dynamicTest(file.toString(), () -> isValid(file)));
    }

    @TestFactory
    Stream<DynamicTest> a_golden_event_with_a_field_too_many_is_not() throws IOException {
        return GoldenEventsTest.goldenFiles().stream()
                .map(file -> dynamicTest(
                        file.toString(),
                        () -> assertThat(schema(type(file))
                                        .validate(
                                                Files.readString(file)
                                                        .replaceFirst("\\{", "{\"typo\":1,")
                                                        .replace(",}", "}"),
                                                InputFormat.JSON))
                                .isNotEmpty()));
    }

    private void namesItsFields(EventType type) {
        JsonNode schema = ContractJson.mapper().readTree(EventSchemas.text(type.name()));
        assertThat(schema.path("title").asString()).isEqualTo(type.name());
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Stream.of(type.event().getRecordComponents())
                        .map(RecordNames::wireName)
                        .toList());
    }

    private void isValid(Path file) throws IOException {
        assertThat(schema(type(file)).validate(Files.readString(file), InputFormat.JSON))
                .isEmpty();
    }

    private static String type(Path file) {
        return file.getParent().getFileName().toString();
    }

    private Schema schema(String type) {
        return registry.getSchema(EventSchemas.text(type), InputFormat.JSON);
    }
}
