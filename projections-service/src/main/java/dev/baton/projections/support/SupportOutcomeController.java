package dev.baton.projections.support;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SupportOutcomeController {
    private final SupportOutcomeQuery outcomes;

    SupportOutcomeController(SupportOutcomeQuery outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping("/v1/support-outcomes")
    SupportOutcomes outcomes() {
        return outcomes.ask();
    }
}
