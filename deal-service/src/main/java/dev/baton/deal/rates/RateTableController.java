package dev.baton.deal.rates;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rates of exchange are read by everybody and given a new version by sales managers and operators. What was closed
/// before keeps the rate it was closed at.
@RestController
@RequestMapping("/v1/exchange-rates")
public final class RateTableController {
    private final RateTableRows rows;
    private final RateTables tables;

    public RateTableController(RateTableRows rows, RateTables tables) {
        this.rows = rows;
        this.tables = tables;
    }

    /// Every version, the newest first.
    @GetMapping
    public List<RateTableVersion> all() {
        return rows.all();
    }

    /// Adds the next version.
    ///
    /// @param expected the version that is followed (`"1"`), absent for the first
    @PutMapping
    public ResponseEntity<RateTableVersion> put(
            @RequestBody RateTable table,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            Actor actor) {
        mayChange(actor);
        int newest =
                rows.all().stream().mapToInt(RateTableVersion::version).max().orElse(0);
        checkExpected(newest, expected);
        RateTableVersion added = add(newest + 1, table, actor.id());
        return ResponseEntity.ok().eTag(tag(added.version())).body(added);
    }

    private RateTableVersion add(int version, RateTable table, String by) {
        try {
            return rows.add(version, table, by);
        } catch (DuplicateKeyException race) {
            throw passed(version);
        } finally {
            tables.forget();
        }
    }

    private static void mayChange(Actor actor) {
        if (!actor.roles().contains("SALES_MANAGER") && !actor.scopes().contains("ops")) {
            throw new ProblemException(Problem.of(
                            HttpStatus.FORBIDDEN,
                            "role-required",
                            "Not yours to do",
                            "Rates are changed by a sales manager or by operations.")
                    .with("allowed", List.of("SALES_MANAGER", "ops")));
        }
    }

    private static void checkExpected(int newest, @Nullable String expected) {
        if (newest > 0 && expected == null) {
            throw new ProblemException(Problem.of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "version-required",
                            "Which version is followed?",
                            "Send If-Match with the newest version that you have read.")
                    .with("allowed", tag(newest)));
        }
        if (expected != null && !expected.equals(tag(newest))) {
            throw passed(newest);
        }
    }

    private static ProblemException passed(int newest) {
        return new ProblemException(Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-passed",
                        "The rates have moved on",
                        "the newest version is " + newest)
                .with("allowed", tag(newest)));
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
