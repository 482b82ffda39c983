package dev.baton.roles.holding;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.roles.directory.ReportingLines;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import org.springframework.stereotype.Component;

/// Whose queue may be seen by whom: one's own, those of the people who report to one, and any by operators.
@Component
class QueueAccess {
    private final ReportingLines lines;

    QueueAccess(ReportingLines lines) {
        this.lines = lines;
    }

    /// @throws ProblemException 403 `queue-of-another`, 404 `member-unknown`
    void require(String member, Actor actor) {
        if (!lines.knows(member)) {
            throw new ProblemException(
                    Problem.of(NOT_FOUND, "member-unknown", "Member unknown", "Nobody has joined as " + member + "."));
        }
        if (!lines.sees(actor, member)) {
            throw new ProblemException(
                    Problem.of(FORBIDDEN, "queue-of-another", "Queue of another", "This is the queue of somebody else.")
                            .with("allowed", "the member, their manager, operators"));
        }
    }

    /// Whether that is so still.
    boolean allows(String member, Actor actor) {
        return lines.sees(actor, member);
    }

    /// Whether the person has left every role that they had.
    boolean hasLeft(String member) {
        return lines.hasLeft(member);
    }
}
