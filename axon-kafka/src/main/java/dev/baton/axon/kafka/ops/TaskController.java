package dev.baton.axon.kafka.ops;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.request.KnownParameters;
import dev.baton.web.edge.security.Actor;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Starts a task and tells how it does; for operators only.
@RestController
public final class TaskController {
    private static final String SCOPE = "ops";

    private final TaskDesk desk;

    public TaskController(TaskDesk desk) {
        this.desk = desk;
    }

    /// Answers at once; asked for again while it runs, it is the one that runs.
    @PostMapping("/ops/{task:verify|republish}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TaskRun start(@PathVariable String task, @RequestParam Map<String, String> options, Actor actor) {
        requireOperator(actor);
        desk.options(task).ifPresent(known -> KnownParameters.require(known, options.keySet().stream()));
        return desk.start(task, options).orElseThrow(() -> unknown("There is no task '" + task + "' here."));
    }

    @GetMapping("/ops/{task:verify|republish}/{id}")
    TaskRun find(@PathVariable String task, @PathVariable String id, Actor actor) {
        requireOperator(actor);
        return desk.find(task, id)
                .orElseThrow(() -> unknown("No run " + id + " of '" + task + "' is remembered since the last start."));
    }

    private static void requireOperator(Actor actor) {
        if (!actor.scopes().contains(SCOPE)) {
            throw new ProblemException(
                    Problem.of(HttpStatus.FORBIDDEN, "not-an-operator", "Not an operator", "This is for operators.")
                            .with("allowed", "scope " + SCOPE));
        }
    }

    private static ProblemException unknown(String detail) {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "unknown-task", "Unknown task", detail));
    }
}
