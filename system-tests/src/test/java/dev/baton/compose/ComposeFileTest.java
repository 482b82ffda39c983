package dev.baton.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.compose.ComposeFile.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What Docker would only say when somebody tries: files that are missing, names that nobody reads.
class ComposeFileTest {
    private static final Map<String, String> VARIABLES = Project.newEnvironment();
    private static final ComposeFile FILE = ComposeFile.read(Project.COMPOSE, VARIABLES);
    private static final Set<String> OF_THE_IMAGE = Set.of("CLUSTER_ID", "KAFKA_HEAP_OPTS");

    @TestFactory
    Stream<DynamicTest> nothing_starts_while_a_secret_is_missing() {
        return secrets()
                .map(secret -> dynamicTest(
                        secret,
                        () -> assertThatThrownBy(() -> ComposeFile.read(Project.COMPOSE, without(secret)))
                                .isInstanceOf(Interpolation.Missing.class)
                                .hasMessageContaining(secret)));
    }

    @Test
    void the_example_alone_starts_nothing() {
        assertThatThrownBy(() -> ComposeFile.read(Project.COMPOSE, Project.example()))
                .isInstanceOf(Interpolation.Missing.class);
    }

    @Test
    void a_new_environment_has_a_secret_of_its_own_for_each() {
        Map<String, String> other = Project.newEnvironment();
        assertThat(secrets().map(VARIABLES::get).collect(Collectors.toSet()))
                .hasSize((int) secrets().count())
                .allMatch(secret -> secret.length() >= 32)
                .doesNotContainAnyElementsOf(secrets().map(other::get).toList());
    }

    @Test
    void the_example_names_every_variable_of_the_file_and_no_other() {
        Set<String> used = new TreeSet<>(Set.of("COMPOSE_PROFILES"));
        Pattern.compile("\\$\\{(\\w+)")
                .matcher(Project.text(Project.COMPOSE))
                .results()
                .forEach(use -> used.add(use.group(1)));
        assertThat(Project.example().keySet()).isEqualTo(used);
    }

    @Test
    void every_port_is_bound_to_loopback() {
        assertThat(FILE.all().flatMap(container -> container.ports().stream()))
                .hasSize(5)
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void whatever_serves_is_started_again_and_only_making_the_databases_ends() {
        assertThat(FILE.all().filter(container -> !container.restart().equals("unless-stopped")))
                .extracting(Container::name)
                .containsExactly("databases");
    }

    @Test
    void every_file_that_is_named_is_there() {
        assertThat(Stream.of(
                                FILE.built().map(Container::dockerfile),
                                FILE.all()
                                        .flatMap(container -> container.volumes().stream())
                                        .filter(volume -> volume.startsWith("./"))
                                        .map(volume -> volume.substring(2).split(":")[0]),
                                Dockerfile.read().sources().stream())
                        .flatMap(paths -> paths))
                .contains("docker/Dockerfile", "docker/postgres/databases.sql", "docker/healthy")
                .allMatch(path -> Files.exists(Project.ROOT.resolve(path)));
    }

    @Test
    void every_image_is_made_of_a_module_that_the_dockerfile_builds() {
        List<String> built = List.of(Dockerfile.read().modulesBuilt().split(","));
        assertThat(FILE.built().map(Container::module))
                .hasSize(4)
                .isSubsetOf(built)
                .allMatch(module -> Files.exists(Project.ROOT.resolve(Path.of(module, "pom.xml"))));
    }

    @TestFactory
    Stream<DynamicTest> every_variable_of_a_service_is_one_that_it_reads() {
        return FILE.built()
                .map(container -> dynamicTest(container.name(), () -> {
                    KnownVariables known = KnownVariables.of(container.module());
                    assertThat(container.environment().keySet()).isNotEmpty().allMatch(known::knows);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_misspelt_variable_is_found() {
        return FILE.built()
                .map(container -> dynamicTest(container.name(), () -> {
                    KnownVariables known = KnownVariables.of(container.module());
                    assertThat(container.environment().keySet())
                            .noneMatch(name -> known.knows(name.substring(1)))
                            .filteredOn(name -> !name.startsWith("LOGGING_LEVEL_"))
                            .noneMatch(name -> known.knows(name.substring(0, name.length() - 1)));
                }));
    }

    @Test
    void kafka_knows_its_settings() {
        assertThat(FILE.container("kafka").environment().keySet().stream()
                        .filter(name -> !OF_THE_IMAGE.contains(name))
                        .map(name -> name.replaceFirst("KAFKA_", "")
                                .replace('_', '.')
                                .toLowerCase(Locale.ROOT)))
                .hasSizeGreaterThan(10)
                .isSubsetOf(AbstractKafkaConfig.CONFIG_DEF.names());
    }

    @Test
    void the_script_of_the_databases_is_told_each_password_that_it_asks_for() {
        Set<String> asked = Pattern.compile("(?m)^\\\\getenv \\w+ (\\w+)$")
                .matcher(Project.text(Project.DATABASES))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
        assertThat(FILE.container("databases").environment().keySet().stream()
                        .filter(name -> name.startsWith("BATON_")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    private static Stream<String> secrets() {
        return Project.example().entrySet().stream()
                .filter(variable -> variable.getValue().isEmpty())
                .map(Map.Entry::getKey);
    }

    private static Map<String, String> without(String secret) {
        Map<String, String> rest = new TreeMap<>(VARIABLES);
        rest.put(secret, "");
        return rest;
    }
}
