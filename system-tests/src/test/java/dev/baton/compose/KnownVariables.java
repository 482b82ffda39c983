package dev.baton.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The environment variables that a module's program reads: placeholders of its configuration, components of its
/// settings records and of those of the rooms it knows, what Spring Boot describes, and what the image itself uses.
final class KnownVariables {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]+)");
    private static final Pattern ROOM = Pattern.compile("<groupId>dev\\.baton</groupId>\\s*<artifactId>([\\w-]+)<");
    private static final Pattern SHELL = Pattern.compile("\\$([A-Z_]+)");

    private final Set<String> names = new TreeSet<>();
    private final Set<String> beginnings = new TreeSet<>();

    private KnownVariables() {}

    static KnownVariables of(String module) {
        KnownVariables known = new KnownVariables();
        known.addPlaceholders(Project.ROOT.resolve(module).resolve("src/main/resources"));
        rooms(module)
                .forEach(room -> SettingsRecord.in(Project.ROOT.resolve(room).resolve("target/classes"))
                        .forEach(settings -> settings.properties().forEach(known::add)));
        known.addWhatBootDescribes();
        known.addWhatTheImageUses();
        return known;
    }

    boolean knows(String variable) {
        return names.contains(variable) || beginnings.stream().anyMatch(variable::startsWith);
    }

    private static Stream<String> rooms(String module) {
        Path pom = Project.ROOT.resolve(module).resolve("pom.xml");
        return Stream.concat(
                        Stream.of(module),
                        ROOM.matcher(Project.text(pom)).results().map(room -> room.group(1)))
                .distinct()
                .filter(room -> Files.isDirectory(Project.ROOT.resolve(room)));
    }

    private void addPlaceholders(Path resources) {
        Stream.of("application.yml", "application.yaml")
                .map(resources::resolve)
                .filter(Files::exists)
                .flatMap(file -> PLACEHOLDER.matcher(Project.text(file)).results())
                .forEach(placeholder -> add(new Property(placeholder.group(1), false)));
    }

    private void addWhatBootDescribes() {
        try {
            for (URL description : Collections.list(getClass().getClassLoader().getResources(METADATA))) {
                try (InputStream in = description.openStream()) {
                    JSON.readTree(in).path("properties").forEach(property -> add(described(property)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Property described(JsonNode property) {
        return new Property(
                property.path("name").asString(),
                property.path("type").asString("").startsWith("java.util.Map"));
    }

    private void addWhatTheImageUses() {
        SHELL.matcher(Project.text(Project.HEALTHY)).results().forEach(used -> names.add(used.group(1)));
        names.add("JDK_JAVA_OPTIONS");
    }

    /// Both ways in which a dash may be written in a variable's name.
    private void add(Property property) {
        String name = property.name().toUpperCase(Locale.ROOT).replace('.', '_');
        List<String> forms = List.of(name.replace("-", ""), name.replace('-', '_'));
        if (property.open()) {
            forms.forEach(form -> beginnings.add(form + "_"));
        } else {
            names.addAll(forms);
        }
    }

    /// @param open whether anything may follow, as in `logging.level`
    record Property(String name, boolean open) {}
}
