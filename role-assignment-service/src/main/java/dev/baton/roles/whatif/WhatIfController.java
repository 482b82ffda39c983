package dev.baton.roles.whatif;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.roles.routing.GivenPolicy;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.whatif.WhatIfReport.Difference;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Another routing policy over the real history, for operators and sales managers. Nothing comes of it but the answer.
@RestController
@RequestMapping("/v1/what-if")
class WhatIfController {
    private static final String OPERATOR = "ops";
    private static final String MANAGER = "SALES_MANAGER";

    private final WhatIfDesk desk;
    private final RoutingPolicies policies;

    WhatIfController(WhatIfDesk desk, RoutingPolicies policies) {
        this.desk = desk;
        this.policies = policies;
    }

    /// Answers at once with the run; the same question asked again while it runs is the same run.
    @PostMapping
    ResponseEntity<WhatIfRun> ask(@RequestBody Asked asked, Actor actor) {
        requireAllowed(actor);
        requireReplaceable(asked);
        Question question = asked.question();
        Run run = desk.ask(question);
        if (!run.question().equals(question)) {
            throw running(run.seen());
        }
        return ResponseEntity.accepted()
                .location(URI.create("/v1/what-if/" + run.id()))
                .body(run.seen());
    }

    private static ProblemException running(WhatIfRun other) {
        return new ProblemException(Problem.of(
                        CONFLICT,
                        "what-if-running",
                        "Another one runs",
                        "Another one runs since " + other.startedAt() + ", " + other.done() + " of " + other.total()
                                + " facts (" + other.step() + "). Ask again when it has ended, or cancel it with DELETE"
                                + " /v1/what-if/" + other.id() + ".")
                .with("running", other.id()));
    }

    /// Whoever misspells a name would else hear that nothing would have been otherwise.
    private void requireReplaceable(Asked asked) {
        if (asked.replaces() == null) {
            return;
        }
        if (asked.policy() == null) {
            throw refused(
                    UNPROCESSABLE_CONTENT, "policy-required", "Policy required", "Say which policy is to stand in.");
        }
        List<String> known = policies.newest().stream().map(RoutingPolicy::name).toList();
        if (!known.contains(asked.replaces())) {
            throw new ProblemException(Problem.of(
                            UNPROCESSABLE_CONTENT,
                            "routing-policy-unknown",
                            "Routing policy unknown",
                            "There is no policy " + asked.replaces() + " that another could stand in for.")
                    .with("allowed", known));
        }
    }

    @GetMapping("/{id}")
    WhatIfRun find(@PathVariable String id, Actor actor) {
        requireAllowed(actor);
        return run(id).seen();
    }

    /// Ends a run for whoever asked for it. Once more, or after its end, it answers with how it
    /// ended.
    @DeleteMapping("/{id}")
    WhatIfRun cancel(@PathVariable String id, Actor actor) {
        requireAllowed(actor);
        Run run = run(id);
        run.cancel();
        return run.seen();
    }

    /// The legs that would have come to somebody else, or to nobody, deal by deal.
    @GetMapping("/{id}/differences")
    Page<Difference> differences(@PathVariable String id, PageRequest page, Actor actor) {
        requireAllowed(actor);
        WhatIfReport report = run(id).seen().result();
        if (report == null) {
            throw new ProblemException(Problem.of(CONFLICT, "what-if-not-done", "Not done", "This run has no result."));
        }
        List<Difference> all = report.all();
        int after = Math.min(after(page), all.size());
        List<Difference> fetched = all.subList(after, Math.min(all.size(), after + page.fetch()));
        return Page.of(fetched, page, difference -> Cursor.of(difference.number()));
    }

    private static int after(PageRequest page) {
        Cursor cursor = page.after();
        try {
            return cursor == null
                    ? 0
                    : Math.max(0, Integer.parseInt(cursor.keys(1).getFirst()));
        } catch (NumberFormatException another) {
            throw Cursor.invalid();
        }
    }

    private Run run(String id) {
        return desk.find(id)
                .orElseThrow(() -> refused(
                        NOT_FOUND, "what-if-unknown", "Unknown run", "It is not among the last runs since the start."));
    }

    private static void requireAllowed(Actor actor) {
        if (!actor.scopes().contains(OPERATOR) && !actor.roles().contains(MANAGER)) {
            throw refused(FORBIDDEN, "scope-required", "Not yours to do", "This is for operations and sales managers.");
        }
    }

    private static ProblemException refused(HttpStatus status, String code, String title, String detail) {
        return new ProblemException(Problem.of(status, code, title, detail));
    }

    /// @param policy as `PUT /v1/routing-policies/{name}` takes it; absent to decide again by the recorded policies
    /// @param replaces the name of the recorded policy that it stands in for; absent for all
    /// @param from the first moment at which it holds, by when things happened
    /// @param to the first moment at which it holds no more
    record Asked(
            @Nullable GivenPolicy policy,
            @Nullable String replaces,
            @Nullable Instant from,
            @Nullable Instant to) {
        Question question() {
            RoutingPolicy tried = policy == null ? null : policy.named("what-if", 1);
            return new Question(tried, replaces, new Period(from, to));
        }
    }
}
