package dev.baton.roles.holding;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.roles.member.SlotRefused;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemTranslation;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// How the refusals of this service are worded.
@Component
class HoldingProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case ResponsibilityRefused refused ->
                Optional.of(Problem.of(
                                status(refused.why()),
                                refused.why().code(),
                                "The responsibility cannot change like this",
                                refused.getMessage())
                        .with("allowed", allowed(refused.why())));
            case SlotRefused refused ->
                Optional.of(Problem.of(
                        refused.why() == SlotRefused.Why.MEMBER_UNKNOWN ? NOT_FOUND : CONFLICT,
                        refused.why().code(),
                        "The person cannot be asked for this",
                        refused.getMessage()));
            default -> Optional.empty();
        };
    }

    private static String allowed(ResponsibilityRefused.Why why) {
        return switch (why) {
            case NOT_OPEN -> "a deal that somebody is accountable for";
            case ENDED -> "nothing, until the deal is reopened";
            case OLD_EPOCH -> "the next epoch: read the deal's responsibility again";
            case OFFER_STANDS -> "an answer to the offer that stands";
            case OFFER_VOID -> "an answer to an offer that is in your queue";
            case OFFER_OF_ANOTHER -> "whom it was made to";
            case NOT_ACCEPTED -> "an offer that was accepted";
            case ALREADY_HOLDS -> "somebody else";
        };
    }

    private static HttpStatus status(ResponsibilityRefused.Why why) {
        return switch (why) {
            case NOT_OPEN -> NOT_FOUND;
            case OFFER_OF_ANOTHER -> FORBIDDEN;
            case ENDED, OLD_EPOCH, OFFER_STANDS, OFFER_VOID, NOT_ACCEPTED, ALREADY_HOLDS -> CONFLICT;
        };
    }
}
