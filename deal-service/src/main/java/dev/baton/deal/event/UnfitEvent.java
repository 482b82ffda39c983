package dev.baton.deal.event;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/// What is wrong with an event before its data is looked at.
final class UnfitEvent {

    private UnfitEvent() {}

    static ProblemException missing(String attribute) {
        return pointed("missing-field", "Missing field", "'" + attribute + "' is required", attribute);
    }

    static ProblemException wrongType(String attribute, String wanted) {
        return pointed("wrong-type", "Wrong type of a field", "'" + attribute + "' must be " + wanted, attribute);
    }

    static ProblemException invalid(String attribute, String what) {
        return pointed("invalid-value", "Invalid value", "'" + attribute + "' " + what, attribute);
    }

    static ProblemException unknownField(String attribute) {
        return pointed(
                "unknown-field",
                "Unknown field",
                "'" + attribute + "' is neither an attribute nor the name of an extension (a-z, 0-9)",
                attribute);
    }

    static ProblemException unknownType(String type) {
        return new ProblemException(Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-event-type",
                        "Unknown event type",
                        "'" + type + "' is not taken here")
                .with("pointer", "/type")
                .with("allowed", List.copyOf(MilestoneCommands.TYPES)));
    }

    private static ProblemException pointed(String code, String title, String detail, String attribute) {
        return new ProblemException(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, title, detail)
                .with("pointer", "/" + attribute));
    }
}
