package dev.baton.roles.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.axon.postgres.IdempotentAnswer;
import dev.baton.axon.postgres.IdempotentAnswers;
import dev.baton.contract.Targeted;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Where requests are turned into commands: once per `Idempotency-Key`, however often they are posted.
@Component
public class Counter {
    private static final int LONGEST_KEY = 255;

    private final Office office;
    private final IdempotentAnswers answers;
    private final JsonMapper json;

    Counter(Office office, IdempotentAnswers answers, JsonMapper json) {
        this.office = office;
        this.answers = answers;
        this.json = json;
    }

    /// Carries the commands out, in order, and answers. The answer is kept in the commit of the last one, since those
    /// before it change nothing when they are repeated; without commands none is kept, and nothing happens.
    ///
    /// @param body what was posted, so that a key cannot be used for something else
    /// @throws ProblemException 422 `idempotency-key-reused` when the key came with another body before
    public ResponseEntity<String> carryOut(
            Request request, Object body, List<? extends Targeted> commands, HttpStatus status, Object answer) {
        return carryOut(request, body, () -> {}, commands, status, answer);
    }

    /// @param admission refuses, by an exception, what is not possible any more; a repetition has its answer all the
    ///     same
    public ResponseEntity<String> carryOut(
            Request request,
            Object body,
            Runnable admission,
            List<? extends Targeted> commands,
            HttpStatus status,
            Object answer) {
        IdempotentAnswers.Answer kept = new IdempotentAnswers.Answer(status.value(), json.writeValueAsString(answer));
        String key = request.idempotencyKey();
        if (key == null) {
            admission.run();
            commands.forEach(command -> office.send(command, request.attributes()));
            return response(kept.status(), kept.body());
        }
        requireUsable(key);
        String digest = digest(json.writeValueAsString(body));
        return answers.find(request.scope(), key)
                .map(before -> replay(before, digest))
                .orElseGet(() -> {
                    admission.run();
                    return commands.isEmpty()
                            ? response(kept.status(), kept.body())
                            : once(request, key, digest, commands, kept);
                });
    }

    private ResponseEntity<String> once(
            Request request,
            String key,
            String digest,
            List<? extends Targeted> commands,
            IdempotentAnswers.Answer answer) {
        CommitCompanion companion = answers.companion(request.scope(), key, digest, ignored -> answer);
        try {
            Map<String, Object> attributes = request.attributes();
            commands.subList(0, commands.size() - 1).forEach(command -> office.send(command, request.attributes()));
            attributes.put(CommitCompanion.KEY, companion);
            office.send(commands.getLast(), attributes);
            return response(answer.status(), answer.body());
        } catch (RuntimeException refused) {
            // What the same request, sent twice at once, has brought about may be what refuses it now.
            return answers.find(request.scope(), key)
                    .map(before -> replay(before, digest))
                    .orElseThrow(() -> refused);
        }
    }

    private static ResponseEntity<String> replay(IdempotentAnswer before, String digest) {
        if (!before.requestDigest().equals(digest)) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "Idempotency key reused",
                    "This Idempotency-Key came with another body before."));
        }
        return ResponseEntity.status(before.status())
                .header("Idempotent-Replayed", "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(before.answer());
    }

    private static ResponseEntity<String> response(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static void requireUsable(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid-idempotency-key",
                    "Invalid idempotency key",
                    "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters."));
        }
    }

    private static String digest(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
