package dev.baton.projections.cycletime;

import dev.baton.projections.answer.Rows;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CycleTimeController {
    private final CycleTimeQuery cycleTime;

    CycleTimeController(CycleTimeQuery cycleTime) {
        this.cycleTime = cycleTime;
    }

    @GetMapping("/v1/cycle-time")
    Rows<CycleTime> cycleTime() {
        return new Rows<>(cycleTime.ask());
    }
}
