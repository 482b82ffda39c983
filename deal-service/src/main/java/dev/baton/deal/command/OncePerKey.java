package dev.baton.deal.command;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.axon.postgres.IdempotentAnswer;
import dev.baton.axon.postgres.IdempotentAnswers;
import dev.baton.axon.postgres.IdempotentAnswers.Answer;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.event.CanonicalJson;
import dev.baton.deal.event.EventDigest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/// One effect and one answer for each Idempotency-Key of an actor. The answer is written in the commit of the
/// effect; a refusal is not kept, so that the corrected command may use the key.
public final class OncePerKey {
    private final IdempotentAnswers answers;
    private final JsonMapper json;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    public OncePerKey(IdempotentAnswers answers, JsonMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /// @param content what tells a repetition from another request under the same key
    /// @param work carries the command out, with the answer's row in its commit
    Told tell(Asked asked, HttpStatus status, Object content, Function<CommitCompanion, Receipt> work) {
        return tell(asked, new Answering(status, DealAnswer::of), content, work);
    }

    Told tell(Asked asked, Answering answering, Object content, Function<CommitCompanion, Receipt> work) {
        String key = asked.key();
        if (key == null) {
            return told(answering, work.apply((connection, result) -> {}));
        }
        String scope = asked.actor().id();
        String flight = scope + " " + key;
        if (!inFlight.add(flight)) {
            throw stillInFlight();
        }
        try {
            return once(scope, key, digest(asked, content), answering, work);
        } finally {
            inFlight.remove(flight);
        }
    }

    private Told once(
            String scope, String key, String digest, Answering answering, Function<CommitCompanion, Receipt> work) {
        Told told = replay(scope, key, digest);
        if (told != null) {
            return told;
        }
        try {
            Receipt receipt = work.apply(answers.companion(
                    scope,
                    key,
                    digest,
                    result -> new Answer(answering.status().value(), answer(answering, (Receipt) result))));
            return told(answering, receipt);
        } catch (DuplicateKeyException elsewhere) {
            Told first = replay(scope, key, digest);
            if (first == null) {
                throw new ConcurrencyException("the key was taken, and is free again", elsewhere);
            }
            return first;
        }
    }

    private @Nullable Told replay(String scope, String key, String digest) {
        IdempotentAnswer kept = answers.find(scope, key).orElse(null);
        if (kept == null) {
            return null;
        }
        if (!kept.requestDigest().equals(digest)) {
            throw reused();
        }
        return new Told(kept.status(), kept.answer(), true);
    }

    private Told told(Answering answering, @Nullable Receipt receipt) {
        return new Told(answering.status().value(), answer(answering, receipt), false);
    }

    private String answer(Answering answering, @Nullable Receipt receipt) {
        if (receipt == null) {
            throw new IllegalStateException("a deal answers with a receipt");
        }
        return json.writeValueAsString(answering.words().apply(receipt));
    }

    private String digest(Asked asked, Object content) {
        return EventDigest.sha256(asked.path() + "\n" + CanonicalJson.of(json.valueToTree(content)));
    }

    private static ProblemException stillInFlight() {
        return new ProblemException(Problem.of(
                        HttpStatus.CONFLICT,
                        "idempotency-key-in-flight",
                        "The first request is still under way",
                        "Ask again when it has been answered.")
                .with("retryAfterSeconds", 1));
    }

    private static ProblemException reused() {
        return new ProblemException(Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The Idempotency-Key is taken",
                "It came with another request before."));
    }

    /// @param words what is said of a command that was carried out
    record Answering(HttpStatus status, Function<Receipt, DealAnswer> words) {}

    /// @param replayed answered before, word for word
    record Told(int status, String body, boolean replayed) {}
}
