package dev.baton.roles.counsel;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.Topics;
import dev.baton.contract.member.CounselEvent.FeedbackKind;
import dev.baton.roles.command.Counter;
import dev.baton.roles.command.Request;
import dev.baton.roles.directory.ReportingLines;
import dev.baton.roles.member.CounselCommand.GiveFeedback;
import dev.baton.roles.member.CounselCommand.Occasion;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What managers tell people about what happened.
@RestController
@RequestMapping("/v1/feedback")
class FeedbackController {
    private final Counter counter;
    private final EventLog log;
    private final FeedbackQuery told;
    private final ReportingLines lines;

    FeedbackController(Counter counter, EventLog log, FeedbackQuery told, ReportingLines lines) {
        this.counter = counter;
        this.log = log;
        this.told = told;
        this.lines = lines;
    }

    /// The same words about the same event again are no second feedback.
    @PostMapping
    ResponseEntity<String> give(@RequestBody Given given, Request request) {
        Actor actor = request.actor();
        String manager = actor.member();
        if (manager == null || !actor.roles().contains(Role.SALES_MANAGER.name())) {
            throw refused(FORBIDDEN, "role-required", "Feedback is given by a sales manager.", "SALES_MANAGER");
        }
        GiveFeedback command = new GiveFeedback(
                given.role(), given.member(), occasion(given.event()), given.kind(), given.text(), manager);
        return counter.carryOut(request, given, List.of(command), CREATED, given);
    }

    /// One's own and what one has given; of a person who reports to one; of anybody for operators.
    @GetMapping
    Page<Feedback> list(
            @RequestParam @Nullable String member, @RequestParam @Nullable String deal, PageRequest page, Actor actor) {
        if (member != null && !lines.sees(actor, member)) {
            throw refused(
                    FORBIDDEN,
                    "feedback-of-another",
                    "This is the feedback of somebody else.",
                    "the member, their manager, operators");
        }
        boolean everybody = member != null || ReportingLines.isOperator(actor);
        return told.list(member, everybody ? null : actor.id(), deal, page);
    }

    /// What happened to deals is in this log, too: it is taken in before anybody acts on it.
    private Occasion occasion(UUID event) {
        return log.find(event)
                .map(found -> new Occasion(event.toString(), found.envelope().type(), deal(found.stream())))
                .orElseThrow(() -> refused(
                        UNPROCESSABLE_CONTENT, "event-unknown", "There is no event " + event + ".", "an event's id"));
    }

    private static @Nullable String deal(StreamId stream) {
        return stream.topic().equals(Topics.DEALS) ? stream.id() : null;
    }

    private static ProblemException refused(HttpStatus status, String code, String detail, String allowed) {
        return new ProblemException(
                Problem.of(status, code, "Feedback is not possible", detail).with("allowed", allowed));
    }

    /// @param role in which the person is spoken to
    /// @param event id of what happened
    record Given(String member, Role role, UUID event, FeedbackKind kind, String text) {
        Given {
            Require.text("member", member);
            Require.present("role", role);
            Require.present("event", event);
        }
    }
}
