package dev.baton.deal.calendar;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Calendars are read by everybody and given a new version by sales managers and operators.
@RestController
@RequestMapping("/v1/calendars")
public final class CalendarController {
    private static final Pattern TEAM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final CalendarRows rows;
    private final CalendarCatalogue catalogue;
    private final Clock clock;

    public CalendarController(CalendarRows rows, CalendarCatalogue catalogue, Clock clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    public List<CalendarVersionRow> all() {
        return rows.newest();
    }

    /// @param version the newest when absent
    @GetMapping("/{team}")
    public ResponseEntity<CalendarVersionRow> one(
            @PathVariable String team, @RequestParam(required = false) @Nullable Integer version) {
        Optional<CalendarVersionRow> found = version == null ? rows.newest(team) : rows.version(team, version);
        return tagged(found.orElseThrow(() -> unknown(team)));
    }

    /// Adds the next version, by which working time is counted from now on; what is due already stays due as it was.
    ///
    /// @param expected the version that is replaced (`"1"`), absent for a team's first calendar
    @PutMapping("/{team}")
    public ResponseEntity<CalendarVersionRow> put(
            @PathVariable String team,
            @RequestBody CalendarDefinition definition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            Actor actor) {
        mayChange(actor);
        int newest = rows.newest(team).map(CalendarVersionRow::version).orElse(0);
        checkExpected(team, newest, expected);
        definition.requireWorkAfter(clock.instant());
        return tagged(add(team, newest + 1, definition, actor));
    }

    private CalendarVersionRow add(String team, int version, CalendarDefinition definition, Actor actor) {
        try {
            return rows.add(team, version, definition, actor.id());
        } catch (DuplicateKeyException race) {
            throw passed(version);
        } finally {
            catalogue.forget(team);
        }
    }

    private static void mayChange(Actor actor) {
        if (!actor.roles().contains("SALES_MANAGER") && !actor.scopes().contains("ops")) {
            throw new ProblemException(Problem.of(
                            HttpStatus.FORBIDDEN,
                            "role-required",
                            "Not yours to do",
                            "A calendar is changed by a sales manager or by operations.")
                    .with("allowed", List.of("SALES_MANAGER", "ops")));
        }
    }

    private static void checkExpected(String team, int newest, @Nullable String expected) {
        if (newest == 0) {
            checkNew(team, expected);
        } else if (expected == null) {
            throw new ProblemException(Problem.of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "version-required",
                            "Which version is replaced?",
                            "Send If-Match with the version that you have read.")
                    .with("allowed", tag(newest)));
        } else if (!expected.equals(tag(newest))) {
            throw passed(newest);
        }
    }

    private static void checkNew(String team, @Nullable String expected) {
        if (expected != null) {
            throw unknown(team);
        }
        if (!TEAM.matcher(team).matches()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-value",
                    "Invalid value",
                    "A team's name has lower-case letters, digits and hyphens, 63 at most."));
        }
    }

    private static ProblemException unknown(String team) {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND,
                "unknown-calendar",
                "Unknown calendar",
                "team '" + team + "' has no such calendar"));
    }

    private static ProblemException passed(int newest) {
        return new ProblemException(Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-passed",
                        "The calendar has moved on",
                        "its newest version is " + newest)
                .with("allowed", tag(newest)));
    }

    private static ResponseEntity<CalendarVersionRow> tagged(CalendarVersionRow calendar) {
        return ResponseEntity.ok().eTag(tag(calendar.version())).body(calendar);
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
