package dev.baton.roles.incentive;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.contract.InvalidValue;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// By which rules closes are paid.
@RestController
@RequestMapping("/v1/incentive-plans")
class IncentivePlanController {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final IncentivePlans plans;

    IncentivePlanController(IncentivePlans plans) {
        this.plans = plans;
    }

    @GetMapping
    List<IncentivePlan> newest() {
        return plans.newest();
    }

    @GetMapping("/{name}")
    IncentivePlan named(@PathVariable String name, @RequestParam @Nullable Integer version) {
        return (version == null ? plans.named(name) : plans.version(name, version))
                .orElseThrow(() -> IncentiveProblems.unknownPlan(NOT_FOUND));
    }

    /// All versions, the newest first: none is ever changed, since quotas name them.
    @GetMapping("/{name}/versions")
    List<IncentivePlan> versions(@PathVariable String name) {
        List<IncentivePlan> versions = plans.versions(name);
        if (versions.isEmpty()) {
            throw IncentiveProblems.unknownPlan(NOT_FOUND);
        }
        return versions;
    }

    /// The next version; the same terms again are the same version. No quota is paid by it until it
    /// names it.
    @PutMapping("/{name}")
    IncentivePlan write(@PathVariable String name, @RequestBody GivenPlan given, Actor actor) {
        IncentiveProblems.requireManager(actor);
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValue("name", "has lower-case letters, digits and hyphens, 63 at most");
        }
        try {
            return plans.write(name, given.terms(), actor.id());
        } catch (DuplicateKeyException another) {
            throw IncentiveProblems.changed();
        }
    }
}
