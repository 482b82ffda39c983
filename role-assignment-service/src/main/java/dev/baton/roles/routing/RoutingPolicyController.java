package dev.baton.roles.routing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import java.util.Map;
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
    private final Present present;
    private final ApplicationEventPublisher news;

    RoutingPolicyController(RoutingPolicies policies, Present present, ApplicationEventPublisher news) {
        this.policies = policies;
        this.present = present;
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

    /// The next version; the same rules again are the same version. A `version` in the body is
    /// the one that was read and changed: when somebody has written another one since, theirs is
    /// not lost.
    @PutMapping("/{name}")
    Written write(@PathVariable String name, @RequestBody GivenPolicy rules, Actor actor) {
        mayWrite(actor);
        Require.id("name", name);
        if (rules.name() != null && !rules.name().equals(name)) {
            throw new InvalidValue("name", "must be that of the path, " + name + ", or be left out");
        }
        try {
            RoutingPolicy written = policies.write(rules.named(name, 1), rules.version(), actor.id())
                    .orElseThrow(() -> changed(name));
            news.publishEvent(new PolicyChanged(name));
            return Written.of(written, PolicyWarning.of(written, present));
        } catch (DuplicateKeyException another) {
            throw changed(name);
        }
    }

    private ProblemException changed(String name) {
        return new ProblemException(Problem.of(
                        CONFLICT,
                        "routing-policy-changed",
                        "Routing policy changed",
                        "Somebody changed it meanwhile: read it again, and write what you mean to change of it.")
                .with("newest", policies.named(name).map(RoutingPolicy::version).orElse(0)));
    }

    /// @param warnings what nothing comes of as things are; absent when there is nothing of the
    ///     kind
    record Written(
            String name,
            int version,
            Map<Role, Rule> roles,
            @Nullable BusinessCalendar calendar,
            @Nullable Map<String, BusinessCalendar> calendars,
            @Nullable List<PolicyWarning> warnings) {
        static Written of(RoutingPolicy policy, List<PolicyWarning> warnings) {
            return new Written(
                    policy.name(),
                    policy.version(),
                    policy.roles(),
                    policy.calendar(),
                    policy.calendars(),
                    warnings.isEmpty() ? null : warnings);
        }
    }
}
