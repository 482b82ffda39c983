package dev.baton.projections.replay;

import dev.baton.projections.generation.CannotSwitch;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.util.Set;
import org.springframework.http.HttpStatus;

/// What ops are told instead.
final class ReplayRefused {
    private ReplayRefused() {}

    static ProblemException running(Replay replay) {
        return new ProblemException(problem(
                        "replay-running",
                        "A replay is under way",
                        "Replay " + replay.id() + " builds " + replay.generation() + "; one at a time.")
                .with("replay", replay.id())
                .with("phase", replay.phase().name()));
    }

    static ProblemException busy() {
        return new ProblemException(
                problem("replay-running", "A replay is under way", "Another one is at work on the generations."));
    }

    static ProblemException nothingBefore() {
        return new ProblemException(problem(
                "nothing-to-roll-back",
                "There is nothing to go back to",
                "No generation but the live one is fed: there was no replay, or its tables were dropped since."));
    }

    static ProblemException viewsInUse(CannotSwitch kept) {
        return new ProblemException(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "views-in-use",
                "The views stay where they are",
                "Nothing was changed: " + kept.getMessage() + ". Ask again."));
    }

    static ProblemException unknown(long id) {
        return new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, "unknown-replay", "Unknown replay", "There is none with id " + id));
    }

    static ProblemException unusableKey(int longest) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-idempotency-key",
                "Invalid idempotency key",
                "An Idempotency-Key has 1 to " + longest + " characters."));
    }

    static ProblemException notAnOperator() {
        return new ProblemException(
                Problem.of(HttpStatus.FORBIDDEN, "scope-required", "Not yours to do", "Replays are run by operations.")
                        .with("allowed", Set.of("ops")));
    }

    private static Problem problem(String code, String title, String detail) {
        return Problem.of(HttpStatus.CONFLICT, code, title, detail);
    }
}
