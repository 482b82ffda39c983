package dev.baton.projections.winloss;

import dev.baton.projections.answer.Choice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WinLossController {
    private final WinLossQuery winLoss;

    WinLossController(WinLossQuery winLoss) {
        this.winLoss = winLoss;
    }

    @GetMapping("/v1/win-loss")
    WinLoss winLoss(@RequestParam(defaultValue = "none") String by) {
        return winLoss.ask(Choice.of("by", by, WinLoss.By.class));
    }
}
