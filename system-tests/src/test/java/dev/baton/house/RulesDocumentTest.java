package dev.baton.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds docs/rules.md against the code: each rule's method and test exist.
class RulesDocumentTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW =
            Pattern.compile("^\\| (?<rule>[^|]+) \\| `(?<method>[^`|]+)` \\| `(?<test>[^`|]+)` \\|$");
    private static final Pattern NAME = Pattern.compile("(?<file>\\w+)[.#](?<member>\\w+)");

    @TestFactory
    Stream<DynamicTest> a_rule_has_its_method_and_its_test() throws IOException {
        return rows().stream()
                .map(row -> dynamicTest(row.rule(), () -> {
                    assertThat(declared("main", row.method()))
                            .as("method %s", row.method())
                            .isTrue();
                    assertThat(declared("test", row.test()))
                            .as("test %s", row.test())
                            .isTrue();
                }));
    }

    @Test
    void every_row_of_a_table_is_a_rule_that_can_be_checked() throws IOException {
        List<String> tableRows = lines().filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| Rule |"))
                .toList();
        assertThat(tableRows).isNotEmpty().allMatch(line -> ROW.matcher(line).matches());
    }

    @Test
    void every_feature_has_rules() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/rules.md"));
        assertThat(Stream.of(document.split("\n## ")).skip(1))
                .hasSizeGreaterThan(5)
                .allMatch(section -> section.contains("\n| "));
    }

    private static List<Row> rows() throws IOException {
        return lines().map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group("rule"), row.group("method"), row.group("test")))
                .toList();
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/rules.md")).stream();
    }

    private static boolean declared(String tree, String name) throws IOException {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return false;
        }
        Pattern declaration = Pattern.compile("[\\w>\\]] " + parts.group("member") + "\\(|record "
                + parts.group("member") + "\\(|public " + parts.group("member") + " \\{");
        for (Path file : sources(tree, parts.group("file"))) {
            if (declaration.matcher(Files.readString(file)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> sources(String tree, String file) throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src").resolve(tree).resolve("java"))
                    .filter(Files::isDirectory)
                    .flatMap(java -> named(java, file + ".java"))
                    .toList();
        }
    }

    private static Stream<Path> named(Path java, String file) {
        try (Stream<Path> files = Files.walk(java)) {
            return files.filter(path -> path.getFileName().toString().equals(file)).toList().stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private record Row(String rule, String method, String test) {}
}
