package dev.baton.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// docker-compose.yml as Docker Compose reads it, as far as the file goes.
record ComposeFile(Map<String, Container> containers) {

    /// @param variables what `.env` says
    static ComposeFile read(Path file, Map<String, String> variables) {
        Interpolation interpolation = new Interpolation(variables);
        Map<String, Container> containers = new LinkedHashMap<>();
        map(map(yaml(file)).get("services"))
                .forEach((name, service) -> containers.put(name, container(name, map(service), interpolation)));
        return new ComposeFile(containers);
    }

    Container container(String name) {
        return containers.get(name);
    }

    Stream<Container> all() {
        return containers.values().stream();
    }

    /// Those whose image is built here.
    Stream<Container> built() {
        return all().filter(container -> !container.module().isEmpty());
    }

    private static Container container(String name, Map<String, Object> service, Interpolation interpolation) {
        Map<String, String> environment = new LinkedHashMap<>();
        map(service.get("environment"))
                .forEach((variable, value) -> environment.put(variable, interpolation.of(String.valueOf(value))));
        Map<String, Object> build = map(service.get("build"));
        return new Container(
                name,
                String.valueOf(service.get("image")),
                String.valueOf(map(build.get("args")).getOrDefault("MODULE", "")),
                String.valueOf(build.getOrDefault("dockerfile", "")),
                environment,
                texts(service.get("command"), interpolation),
                texts(service.get("ports"), interpolation),
                texts(service.get("volumes"), interpolation),
                String.valueOf(service.get("restart")),
                service);
    }

    private static List<String> texts(Object list, Interpolation interpolation) {
        return list == null
                ? List.of()
                : ((List<?>) list)
                        .stream().map(String::valueOf).map(interpolation::of).toList();
    }

    private static Object yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /// @param module what its image is built from; empty for an image of others
    /// @param raw everything else that is said of it
    record Container(
            String name,
            String image,
            String module,
            String dockerfile,
            Map<String, String> environment,
            List<String> command,
            List<String> ports,
            List<String> volumes,
            String restart,
            Map<String, Object> raw) {}
}
