package dev.baton.deal.aggregate;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemTranslation;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// How a deal's refusals are worded for a client.
public final class DealProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case DealRejected refusal -> Optional.of(of(refusal));
            case VersionPassed passed ->
                Optional.of(
                        Problem.of(PRECONDITION_FAILED, "version-passed", "The deal has moved on", passed.getMessage())
                                .with("allowed", "\"" + passed.actual() + "\""));
            default -> Optional.empty();
        };
    }

    public static Problem of(DealRejected refusal) {
        Problem problem = Problem.of(status(refusal), refusal.code(), title(refusal), refusal.getMessage());
        return refusal.allowed().isEmpty() ? problem : problem.with("allowed", refusal.allowed());
    }

    private static HttpStatus status(DealRejected refusal) {
        return switch (refusal.ground()) {
            case TOO_EARLY -> refusal.code().equals("unknown-deal") ? NOT_FOUND : CONFLICT;
            case CONFLICT -> CONFLICT;
            case NOT_YOURS -> FORBIDDEN;
            case UNFIT -> UNPROCESSABLE_CONTENT;
        };
    }

    private static String title(DealRejected refusal) {
        return switch (refusal.ground()) {
            case TOO_EARLY -> "Something must come before";
            case CONFLICT -> "The deal does not allow this";
            case NOT_YOURS -> "Not yours to do";
            case UNFIT -> "The content does not meet the rules";
        };
    }
}
