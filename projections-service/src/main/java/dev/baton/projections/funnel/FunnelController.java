package dev.baton.projections.funnel;

import dev.baton.projections.answer.Rows;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FunnelController {
    private final FunnelQuery funnel;

    FunnelController(FunnelQuery funnel) {
        this.funnel = funnel;
    }

    @GetMapping("/v1/funnel")
    Rows<FunnelStage> funnel() {
        return new Rows<>(funnel.ask());
    }
}
