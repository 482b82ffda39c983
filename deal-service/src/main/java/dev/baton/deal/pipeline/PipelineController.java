package dev.baton.deal.pipeline;

import dev.baton.contract.Require;
import dev.baton.deal.versions.Publishing;
import dev.baton.deal.versions.Version;
import dev.baton.deal.versions.VersionedRows;
import dev.baton.web.edge.security.Actor;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final VersionedRows<PipelineDefinition> rows;
    private final Publishing<PipelineDefinition> publishing;

    public PipelineController(VersionedRows<PipelineDefinition> rows, PipelineCatalogue catalogue) {
        this.rows = rows;
        this.publishing = new Publishing<>("pipeline", rows, catalogue::forgetNewest);
    }

    @GetMapping
    public List<Version<PipelineDefinition>> all() {
        return rows.newest();
    }

    @PostMapping
    public ResponseEntity<Version<PipelineDefinition>> begin(@RequestBody NewPipeline pipeline, Actor actor) {
        return added(publishing.publish(pipeline.name(), pipeline.definition().requirePeopleToBeFound(), null, actor));
    }

    /// @param version the newest when absent
    @GetMapping("/{name}")
    public ResponseEntity<Version<PipelineDefinition>> one(
            @PathVariable String name, @RequestParam(required = false) @Nullable Integer version) {
        return tagged(publishing.find(name, version));
    }

    /// Begins the pipeline, or adds its next version; deals under way keep the one they began with.
    ///
    /// @param replaced the version that is replaced (`"1"`), absent for a new pipeline
    @PutMapping("/{name}")
    public ResponseEntity<Version<PipelineDefinition>> put(
            @PathVariable String name,
            @RequestBody PipelineDefinition definition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String replaced,
            Actor actor) {
        return tagged(publishing.publish(name, definition.requirePeopleToBeFound(), replaced, actor));
    }

    /// All versions, the newest first.
    @GetMapping("/{name}/versions")
    public List<Version<PipelineDefinition>> history(@PathVariable String name) {
        return publishing.history(name);
    }

    /// Adds the next version; deals under way keep the one they began with.
    ///
    /// @param replaced the version that is replaced (`"1"`)
    @PostMapping("/{name}/versions")
    public ResponseEntity<Version<PipelineDefinition>> add(
            @PathVariable String name,
            @RequestBody PipelineDefinition definition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String replaced,
            Actor actor) {
        return added(publishing.publish(name, definition.requirePeopleToBeFound(), replaced, actor));
    }

    private static ResponseEntity<Version<PipelineDefinition>> tagged(Version<PipelineDefinition> pipeline) {
        return ResponseEntity.ok().eTag(Publishing.tag(pipeline.version())).body(pipeline);
    }

    private static ResponseEntity<Version<PipelineDefinition>> added(Version<PipelineDefinition> pipeline) {
        URI place = URI.create("/v1/pipelines/" + pipeline.name() + "?version=" + pipeline.version());
        return ResponseEntity.created(place)
                .eTag(Publishing.tag(pipeline.version()))
                .body(pipeline);
    }

    /// The first version of a new pipeline.
    public record NewPipeline(String name, PipelineDefinition definition) {
        public NewPipeline {
            Require.text("name", name);
            Require.present("definition", definition);
        }
    }
}
