package dev.baton.compose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What docker/Dockerfile says of the image that is run, read by line.
record Dockerfile(String text) {
    private static final JsonMapper JSON = new JsonMapper();

    static Dockerfile read() {
        return new Dockerfile(Project.text(Project.DOCKERFILE));
    }

    /// What is copied out of the project, by path.
    List<String> sources() {
        return found("(?m)^COPY (?!--from)(\\S+) \\S+$")
                .map(copy -> copy.group(1))
                .toList();
    }

    /// The layers of the application, in their order.
    List<String> layers() {
        return found("(?m)^COPY --from=layers /layers/(\\S+)/ \\./$")
                .map(copy -> copy.group(1))
                .toList();
    }

    /// Builds the application jars, as far as they are out of date.
    List<String> build() {
        return List.of(one("(?s)^.*?(\\./mvnw .*? -am)\\n").replace("\\\n", " ").split("\\s+"));
    }

    /// Makes the layers of `/app.jar` in `/layers`.
    List<String> extraction() {
        return List.of(one("(?m)^RUN (java -Djarmode=.*)$").split(" "));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        found("(?m)^ENV (\\w+)=\"?([^\"\\n]*)\"?$").forEach(env -> environment.put(env.group(1), env.group(2)));
        return environment;
    }

    List<String> entrypoint() {
        return List.of(JSON.readValue(one("(?m)^ENTRYPOINT (.*)$"), String[].class));
    }

    String modulesBuilt() {
        return one("-pl (\\S+) -am");
    }

    private String one(String pattern) {
        return found(pattern).findFirst().orElseThrow().group(1);
    }

    private Stream<MatchResult> found(String pattern) {
        return Pattern.compile(pattern).matcher(text).results();
    }
}
