package dev.baton.deal.pipeline;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
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

/// Pipelines are read by everybody and given a new version by sales managers and operators.
@RestController
@RequestMapping("/v1/pipelines")
public final class PipelineController {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final PipelineRows rows;
    private final PipelineCatalogue catalogue;

    public PipelineController(PipelineRows rows, PipelineCatalogue catalogue) {
        this.rows = rows;
        this.catalogue = catalogue;
    }

    @GetMapping
    public List<PipelineVersion> all() {
        return rows.newest();
    }

    /// @param version the newest when absent
    @GetMapping("/{name}")
    public ResponseEntity<PipelineVersion> one(
            @PathVariable String name, @RequestParam(required = false) @Nullable Integer version) {
        Optional<PipelineVersion> found = version == null ? rows.newest(name) : rows.version(name, version);
        return tagged(found.orElseThrow(() -> unknown(name)));
    }

    /// Adds the next version; deals under way keep the one they began with.
    ///
    /// @param expected the version that is replaced (`"1"`), absent for a new pipeline
    @PutMapping("/{name}")
    public ResponseEntity<PipelineVersion> put(
            @PathVariable String name,
            @RequestBody PipelineDefinition definition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            Actor actor) {
        mayChange(actor);
        int newest = rows.newest(name).map(PipelineVersion::version).orElse(0);
        checkExpected(name, newest, expected);
        return tagged(add(name, newest + 1, definition));
    }

    private PipelineVersion add(String name, int version, PipelineDefinition definition) {
        try {
            return rows.add(name, version, definition);
        } catch (DuplicateKeyException race) {
            throw passed(version);
        } finally {
            catalogue.forgetNewest(name);
        }
    }

    private static void mayChange(Actor actor) {
        if (!actor.roles().contains("SALES_MANAGER") && !actor.scopes().contains("ops")) {
            throw new ProblemException(Problem.of(
                            HttpStatus.FORBIDDEN,
                            "role-required",
                            "Not yours to do",
                            "A pipeline is changed by a sales manager or by operations.")
                    .with("allowed", List.of("SALES_MANAGER", "ops")));
        }
    }

    private static void checkExpected(String name, int newest, @Nullable String expected) {
        if (newest == 0) {
            checkNew(name, expected);
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

    private static void checkNew(String name, @Nullable String expected) {
        if (expected != null) {
            throw unknown(name);
        }
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-value",
                    "Invalid value",
                    "A pipeline's name has lower-case letters, digits and hyphens, 63 at most."));
        }
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND, "unknown-pipeline", "Unknown pipeline", "pipeline '" + name + "' is not known"));
    }

    private static ProblemException passed(int newest) {
        return new ProblemException(Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-passed",
                        "The pipeline has moved on",
                        "its newest version is " + newest)
                .with("allowed", tag(newest)));
    }

    private static ResponseEntity<PipelineVersion> tagged(PipelineVersion pipeline) {
        return ResponseEntity.ok().eTag(tag(pipeline.version())).body(pipeline);
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
