package dev.baton.projections.pipeline;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PipelineController {
    private final PipelineQuery pipeline;

    PipelineController(PipelineQuery pipeline) {
        this.pipeline = pipeline;
    }

    @GetMapping("/v1/pipeline")
    Pipeline pipeline(
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String holder) {
        return pipeline.ask(territory, holder);
    }
}
