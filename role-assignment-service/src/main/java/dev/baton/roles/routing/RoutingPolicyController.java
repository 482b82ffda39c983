package dev.baton.roles.routing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.EnumMap;
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
    RoutingPolicy write(@PathVariable String name, @RequestBody Rules rules, Actor actor) {
        try {
            RoutingPolicy written =
                    policies.write(name, rules.complete(), rules.calendar(), rules.calendars(), actor.id());
            news.publishEvent(new PolicyChanged(name));
            return written;
        } catch (DuplicateKeyException another) {
            throw new ProblemException(Problem.of(
                    CONFLICT, "routing-policy-changed", "Routing policy changed", "Somebody changed it just now."));
        }
    }

    /// @param calendar the team's working time; Monday to Friday, nine to five, UTC when it is left out
    /// @param calendars by territory, the working time of those who work there, where it differs
    record Rules(
            Map<Role, GivenRule> roles,
            @Nullable BusinessCalendar calendar,
            @Nullable Map<String, BusinessCalendar> calendars) {
        Map<Role, Rule> complete() {
            Map<Role, Rule> complete = new EnumMap<>(Role.class);
            roles.forEach((role, given) -> complete.put(role, given.complete()));
            return complete;
        }
    }
}
