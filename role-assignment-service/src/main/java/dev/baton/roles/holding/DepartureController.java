package dev.baton.roles.holding;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.contract.Role;
import dev.baton.roles.directory.ReportingLines;
import dev.baton.roles.holding.Departures.Progress;
import dev.baton.roles.rounds.RoundsSettings;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The progress of a departure, and of an absence.
@RestController
class DepartureController {
    private final Departures departures;
    private final ReportingLines lines;
    private final RoundsSettings rounds;
    private final Clock clock;

    DepartureController(Departures departures, ReportingLines lines, RoundsSettings rounds, Clock clock) {
        this.departures = departures;
        this.lines = lines;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping("/v1/members/{id}/departure")
    Departure departure(@PathVariable String id) {
        List<Progress> roles =
                known(id, departures.of(id), "not-departed", "Not departed", id + " has not left any role.");
        return new Departure(id, roles.stream().map(RoleLeft::of).toList());
    }

    @GetMapping("/v1/members/{id}/absence")
    Absence absence(@PathVariable String id) {
        List<Progress> roles = known(
                id, departures.absencesOf(id), "not-absent", "Not absent", id + " has not been away in any role.");
        Instant now = clock.instant();
        return new Absence(
                id,
                roles.stream()
                        .map(away -> RoleAway.of(away, rounds.absence(), now))
                        .toList());
    }

    /// Whoever never joined has not stayed either.
    private List<Progress> known(String member, List<Progress> roles, String code, String title, String otherwise) {
        if (!roles.isEmpty()) {
            return roles;
        }
        throw new ProblemException(
                lines.knows(member)
                        ? Problem.of(NOT_FOUND, code, title, otherwise)
                        : Problem.of(
                                NOT_FOUND, "member-unknown", "Member unknown", "Nobody has joined as " + member + "."));
    }

    record Departure(String id, List<RoleLeft> roles) {}

    /// @param deals that the person held when they left
    /// @param back when they joined again; absent while they are gone
    /// @param rehomed of those, in other hands or over by now, or by when they were back
    /// @param remaining that are to be handed on, or stayed theirs since they are back
    /// @param done whether nothing more is handed on
    record RoleLeft(
            Role role, Instant departed, @Nullable Instant back, int deals, int rehomed, int remaining, boolean done) {
        static RoleLeft of(Progress left) {
            return new RoleLeft(
                    left.role(),
                    left.gone(),
                    left.back(),
                    left.deals(),
                    left.rehomed(),
                    left.remaining(),
                    left.back() != null || left.remaining() == 0);
        }
    }

    record Absence(String id, List<RoleAway> roles) {}

    /// @param since when they are, or were last, away
    /// @param until when they mean to be back; absent when they did not say
    /// @param back when they were; absent while they are away
    /// @param handedOnFrom when what they hold is handed on; absent when they are back before
    /// @param deals that the person held when they went
    /// @param rehomed of those, in other hands or over by now
    /// @param lent that others carry for them, and that come back with them
    /// @param done whether nothing more is handed on or, once they are back, comes back
    record RoleAway(
            Role role,
            Instant since,
            @Nullable Instant until,
            @Nullable Instant back,
            @Nullable Instant handedOnFrom,
            int deals,
            int rehomed,
            int remaining,
            int lent,
            boolean done) {
        static RoleAway of(Progress away, Duration most, Instant now) {
            Instant from = away.handedOnFrom(most, now);
            boolean handedOn = from == null || away.remaining() == 0;
            return new RoleAway(
                    away.role(),
                    away.gone(),
                    away.until(),
                    away.back(),
                    from,
                    away.deals(),
                    away.rehomed(),
                    away.remaining(),
                    away.lent(),
                    away.back() == null ? handedOn : away.lent() == 0);
        }
    }
}
