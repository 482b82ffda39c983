package dev.baton.roles.holding;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.contract.Role;
import dev.baton.roles.holding.Departures.Progress;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The progress of a departure.
@RestController
class DepartureController {
    private final Departures departures;

    DepartureController(Departures departures) {
        this.departures = departures;
    }

    @GetMapping("/v1/members/{id}/departure")
    Departure departure(@PathVariable String id) {
        List<Progress> roles = departures.of(id);
        if (roles.isEmpty()) {
            throw new ProblemException(
                    Problem.of(NOT_FOUND, "not-departed", "Not departed", id + " has not left any role."));
        }
        return new Departure(id, roles.stream().map(RoleLeft::of).toList());
    }

    record Departure(String id, List<RoleLeft> roles) {}

    /// @param deals that the person held when they left
    /// @param rehomed of those, in other hands or over by now
    record RoleLeft(Role role, Instant departed, int deals, int rehomed, int remaining, boolean done) {
        static RoleLeft of(Progress progress) {
            return new RoleLeft(
                    progress.role(),
                    progress.departed(),
                    progress.deals(),
                    Math.max(0, progress.deals() - progress.remaining()),
                    progress.remaining(),
                    progress.done());
        }
    }
}
