package dev.baton.web.edge.problem;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.MalformedEvent;
import dev.baton.contract.UnknownEventType;
import java.util.Optional;

/// The published language's own complaints, and failures that word themselves.
public final class ContractProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case Explained refusal -> Optional.of(refusal.problem());
            case MalformedEvent malformed ->
                Optional.of(Problem.of(
                                UNPROCESSABLE_CONTENT,
                                "malformed-event",
                                "Event data does not fit its type",
                                malformed.getMessage())
                        .with("pointer", malformed.pointer()));
            case UnknownEventType unknown ->
                Optional.of(Problem.of(
                                UNPROCESSABLE_CONTENT, "unknown-event-type", "Unknown event type", unknown.getMessage())
                        .with("eventType", unknown.type()));
            case InvalidValue invalid ->
                Optional.of(Problem.of(UNPROCESSABLE_CONTENT, "invalid-value", "Invalid value", invalid.getMessage())
                        .with("pointer", "/" + invalid.field().replace('.', '/')));
            default -> Optional.empty();
        };
    }
}
