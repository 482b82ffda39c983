package dev.baton.cli.whatif;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import dev.baton.cli.proof.Period;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs another routing policy over the real history.
@Command(
        name = "what-if",
        description =
                "Runs another routing policy over the real history, without a single side effect: who would have got "
                        + "what, who would have waited, who would have carried how much, side by side with what was. Without "
                        + "--policy everything is decided again by the recorded policies, and must come out the same. It says "
                        + "nothing about what would have been won.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:answered; without --policy: everything came out the same",
            "1:without --policy: something came out otherwise",
            "2:it could not be found out"
        })
public final class WhatIfCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// What a policy says twice, one of the two would be lost of.
    private static final JsonMapper ONE_OF_EACH = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    enum Output {
        text,
        json
    }

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy to try: JSON as PUT /v1/routing-policies takes it.")
    @Nullable
    Path policy;

    @Option(
            names = "--replaces",
            paramLabel = "NAME",
            description = "The recorded policy that it stands in for (default: all of them).")
    @Nullable
    String replaces;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Try it from then on, by when things happened: a day (UTC) or an instant.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Try it until then; that moment is the first outside.")
    @Nullable
    String to;

    @Option(
            names = "--differences",
            paramLabel = "N",
            description = "How many differences to list (default: ${DEFAULT-VALUE}).")
    int differences = 10;

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    Output output = Output.text;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String question = question();
        Landscape landscape = data.landscape();
        WhatIfApi api = new WhatIfApi(new Api(landscape, System.err::println), landscape.roles());
        JsonNode run = api.run(question);
        List<JsonNode> listed = api.differences(run.path("id").asString(""), differences);
        tell(run, listed);
        return policy == null && !run.path("result").path("same").asBoolean(false) ? 1 : 0;
    }

    private String question() throws IOException {
        if (replaces != null && policy == null) {
            throw new IOException("--replaces says what the policy stands in for: give it with --policy FILE");
        }
        if (differences < 0) {
            throw new IOException("--differences must not be negative, was " + differences);
        }
        Period period = Period.of(from, to);
        ObjectNode question = JSON.createObjectNode();
        if (policy != null) {
            question.set("policy", read(policy));
        }
        put(question, "replaces", replaces);
        put(question, "from", period.from());
        put(question, "to", period.to());
        return JSON.writeValueAsString(question);
    }

    private static void put(ObjectNode question, String field, @Nullable Object value) {
        if (value != null) {
            question.put(field, value.toString());
        }
    }

    /// @throws IOException when it is no policy: what is empty would else stand for no policy at all
    private static JsonNode read(Path file) throws IOException {
        JsonNode given = json(file);
        if (given.isObject()) {
            return given;
        }
        String what = given.isMissingNode()
                ? "empty"
                : "of another kind: " + given.getNodeType().name().toLowerCase(Locale.ROOT);
        throw new IOException(file + " must be a policy, that is a JSON object, and is " + what);
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return ONE_OF_EACH.readTree(Files.readString(file));
        } catch (JacksonException noJson) {
            throw new IOException(file + " is no JSON: " + noJson.getOriginalMessage() + where(noJson), noJson);
        } catch (NoSuchFileException none) {
            throw new IOException("there is no file " + file, none);
        } catch (CharacterCodingException noText) {
            throw new IOException(file + " cannot be read: it is no text in UTF-8", noText);
        } catch (IOException unreadable) {
            throw new IOException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static String where(JacksonException noJson) {
        TokenStreamLocation at = noJson.getLocation();
        return at == null || at.getLineNr() < 0 ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private void tell(JsonNode run, List<JsonNode> listed) {
        if (output == Output.json) {
            ObjectNode told = ((ObjectNode) run).deepCopy();
            told.putArray("differences").addAll(listed);
            System.out.println(JSON.writeValueAsString(told));
        } else {
            System.out.print(WhatIfText.of(run, listed));
        }
    }
}
