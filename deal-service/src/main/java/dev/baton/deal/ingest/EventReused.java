package dev.baton.deal.ingest;

import dev.baton.deal.event.PostedEvent;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import org.springframework.http.HttpStatus;

/// The refusal of another event under a claimed (source, id).
final class EventReused {

    private EventReused() {}

    static ProblemException of(PostedEvent event) {
        return new ProblemException(Problem.of(
                HttpStatus.CONFLICT,
                "event-id-reused",
                "The event's id is taken",
                "'" + event.source() + "' has sent another event with the id '" + event.id()
                        + "': type, subject, time or data differ"));
    }
}
