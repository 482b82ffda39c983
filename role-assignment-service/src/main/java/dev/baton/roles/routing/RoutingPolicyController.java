package dev.baton.roles.routing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.contract.Role;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// By which rules legs are routed. A policy under a pipeline's name holds for that pipeline, `default` for the rest.
@RestController
@RequestMapping("/v1/routing-policies")
class RoutingPolicyController {
    private static final String OPERATOR = "ops";

    private final RoutingPolicies policies;
    private final ApplicationEventPublisher news;

    RoutingPolicyController(RoutingPolicies policies, ApplicationEventPublisher news) {
        this.policies = policies;
        this.news = news;
    }

    @GetMapping
    List<RoutingPolicy> newest() {
        return policies.newest();
    }

    @GetMapping("/{name}")
    RoutingPolicy named(@PathVariable String name, @RequestParam @Nullable Integer version) {
        return (version == null ? policies.named(name) : policies.version(name, version))
                .orElseThrow(RoutingPolicyController::unknown);
    }

    /// As with pipelines and calendars: who may read a deal does not thereby decide who gets it.
    private static void mayWrite(Actor actor) {
        if (!actor.roles().contains(Role.SALES_MANAGER.name())
                && !actor.scopes().contains(OPERATOR)) {
            throw new ProblemException(Problem.of(
                            FORBIDDEN,
                            "role-required",
                            "Not yours to do",
                            "A routing policy is changed by a sales manager or by operations.")
                    .with("allowed", List.of(Role.SALES_MANAGER.name(), OPERATOR)));
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(NOT_FOUND, "routing-policy-unknown", "Routing policy unknown", "There is no such policy."));
    }

    /// All versions, the newest first: none is ever changed, since decisions name them.
    @GetMapping("/{name}/versions")
    List<RoutingPolicies.Version> history(@PathVariable String name) {
        List<RoutingPolicies.Version> versions = policies.history(name);
        if (versions.isEmpty()) {
            throw unknown();
        }
        return versions;
    }

    /// The next version; the same rules again are the same version.
    @PutMapping("/{name}")
    RoutingPolicy write(@PathVariable String name, @RequestBody GivenPolicy rules, Actor actor) {
        mayWrite(actor);
        try {
            RoutingPolicy written = policies.write(rules.named(name, 1), actor.id());
            news.publishEvent(new PolicyChanged(name));
            return written;
        } catch (DuplicateKeyException another) {
            throw new ProblemException(Problem.of(
                    CONFLICT, "routing-policy-changed", "Routing policy changed", "Somebody changed it just now."));
        }
    }
}
