package dev.baton.projections.ops;

import dev.baton.axon.kafka.DeadLetters;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets operators throw away what came over a topic and is no event.
@RestController
class DeadLetterDisposal {
    private final DeadLetters letters;

    DeadLetterDisposal(DeadLetters letters) {
        this.letters = letters;
    }

    @PostMapping("/ops/dead-letters/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id, Actor actor) {
        checkOperator(actor);
        if (!letters.discard(id)) {
            throw new ProblemException(Problem.of(
                            HttpStatus.CONFLICT,
                            "not-discardable",
                            "Nothing to throw away",
                            "There is no dead letter " + id + " that is no event; an event can only be retried.")
                    .with("allowed", "retry"));
        }
    }

    private static void checkOperator(Actor actor) {
        if (!actor.scopes().contains("ops")) {
            throw new ProblemException(
                    Problem.of(HttpStatus.FORBIDDEN, "scope-required", "Not yours to do", "This is for operations.")
                            .with("allowed", List.of("ops")));
        }
    }
}
