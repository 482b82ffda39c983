package dev.baton.roles.directory;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;

import dev.baton.contract.Holder;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.roles.command.Counter;
import dev.baton.roles.command.Request;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.ChangeCapacity;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// People joining, changing, leaving; a person may have several roles. Whoever changes anything has the scope
/// `members:write`; everybody says for themselves when they are away.
@RestController
@RequestMapping("/v1/members")
class MemberController {
    private static final String SCOPE = "members:write";

    private final Counter counter;
    private final Members members;
    private final MemberQueries queries;
    private final Clock clock;

    MemberController(Counter counter, Members members, MemberQueries queries, Clock clock) {
        this.clock = clock;
        this.counter = counter;
        this.members = members;
        this.queries = queries;
    }

    /// The same again changes nothing; something else changes profile or capacity.
    @PostMapping
    ResponseEntity<String> join(@RequestBody Joining joining, Request request) {
        mayChange(request.actor());
        boolean known = members.knows(new Holder(joining.role(), joining.id()));
        return counter.carryOut(request, joining, List.of(joining.command()), known ? OK : CREATED, joining);
    }

    @GetMapping
    Page<MemberView> list(
            @RequestParam @Nullable Role role, @RequestParam @Nullable String territory, PageRequest page) {
        return queries.list(role, territory, page);
    }

    @GetMapping("/{id}")
    Person person(@PathVariable String id) {
        return new Person(id, known(id));
    }

    @PostMapping("/{id}/availability")
    ResponseEntity<String> availability(@PathVariable String id, @RequestBody Absence absence, Request request) {
        if (!id.equals(request.actor().member())) {
            mayChange(request.actor());
        }
        return inRoles(
                id,
                absence.role(),
                absence,
                request,
                () -> absence.requireAhead(clock.instant()),
                role -> new ChangeAvailability(role, id, absence.availability(), absence.until(), absence.reason()));
    }

    @PostMapping("/{id}/capacity")
    ResponseEntity<String> capacity(@PathVariable String id, @RequestBody NewCapacity change, Request request) {
        mayChange(request.actor());
        return inRoles(
                id, change.role(), change, request, () -> {}, role -> new ChangeCapacity(role, id, change.capacity()));
    }

    @PostMapping("/{id}/departure")
    ResponseEntity<String> departure(@PathVariable String id, @RequestBody Departure departure, Request request) {
        mayChange(request.actor());
        return inRoles(
                id, departure.role(), departure, request, () -> {}, role -> new Depart(role, id, departure.reason()));
    }

    private static void mayChange(Actor actor) {
        if (!actor.scopes().contains(SCOPE)) {
            throw new ProblemException(Problem.of(
                            FORBIDDEN, "scope-required", "Not yours to do", "This is for those who look after people.")
                    .with("allowed", List.of(SCOPE)));
        }
    }

    private ResponseEntity<String> inRoles(
            String id,
            @Nullable Role only,
            Object body,
            Request request,
            Runnable admission,
            Function<Role, SlotKeepingCommand> command) {
        List<SlotKeepingCommand> commands = known(id).stream()
                .map(MemberView::role)
                .filter(role -> only == null || role == only)
                .map(command)
                .toList();
        if (commands.isEmpty()) {
            throw unknown(id + " as " + only);
        }
        return counter.carryOut(
                request,
                body,
                admission,
                commands,
                OK,
                Map.of(
                        "id",
                        id,
                        "roles",
                        commands.stream().map(SlotKeepingCommand::role).toList()));
    }

    private List<MemberView> known(String id) {
        List<MemberView> roles = queries.of(id);
        if (roles.isEmpty()) {
            throw unknown(id);
        }
        return roles;
    }

    private static ProblemException unknown(String member) {
        return new ProblemException(
                Problem.of(NOT_FOUND, "member-unknown", "Member unknown", "Nobody has joined as " + member + "."));
    }

    /// @param capacity the weight that the person can carry in this role
    /// @param territories where the person works; none means everywhere
    /// @param skills which products they know; none means all
    /// @param manager whom they report to; left out when that is any sales manager
    /// @param started since when they have worked in this role; left out when they begin now
    record Joining(
            String id,
            String name,
            Role role,
            int capacity,
            @Nullable Set<String> territories,
            @Nullable Set<String> skills,
            @Nullable Set<String> languages,
            @Nullable String manager,
            @Nullable LocalDate started) {
        private static final Pattern ID = Pattern.compile("[^\\s/\\\\%;?#\\p{Cntrl}]+");
        private static final int LONGEST_ID = 200;

        Joining {
            if (id.length() > LONGEST_ID || !ID.matcher(id).matches() || id.endsWith(".")) {
                throw new InvalidValue(
                        "id",
                        "must be one that a path can name: up to " + LONGEST_ID
                                + " characters, no space and none of / \\ % ; ? #, no dot at the end");
            }
            Require.optionalId("manager", manager);
            texts("territories", territories);
            texts("skills", skills);
            texts("languages", languages);
        }

        private static void texts(String field, @Nullable Set<String> values) {
            if (values != null) {
                values.forEach(value -> Require.text(field, value));
            }
        }

        JoinTeam command() {
            Profile profile =
                    new Profile(name, orNone(territories), orNone(skills), orNone(languages), manager, started);
            return new JoinTeam(role, id, profile, capacity);
        }

        private static Set<String> orNone(@Nullable Set<String> values) {
            return values == null ? Set.of() : values;
        }
    }

    /// @param role absent for every role that the person has
    record Absence(
            Availability availability,
            @Nullable Role role,
            @Nullable Instant until,
            @Nullable String reason) {
        Absence {
            Require.optionalText("reason", reason);
            if (until != null && availability == Availability.AVAILABLE) {
                throw new InvalidValue("until", "is said of an absence: whoever is AVAILABLE is so from now on");
            }
        }

        /// A year that was mistyped would else be an absence that is over at once.
        void requireAhead(Instant now) {
            if (until != null && !until.isAfter(now)) {
                throw new InvalidValue("until", "must be ahead, was " + until + ": whoever is back is AVAILABLE");
            }
        }
    }

    /// @param role absent for every role that the person has
    record NewCapacity(int capacity, @Nullable Role role) {}

    /// @param role absent for every role that the person has
    record Departure(@Nullable Role role, @Nullable String reason) {
        Departure {
            Require.optionalText("reason", reason);
        }
    }

    record Person(String id, List<MemberView> roles) {}
}
