package dev.baton.deal.command;

import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asking people about a deal for which they are not accountable.
@RestController
@RequestMapping("/v1/deals")
public final class ConsultationController implements TakesCommands {
    private final Counter counter;

    public ConsultationController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/request-advice")
    public ResponseEntity<String> requestAdvice(
            @PathVariable String deal, @RequestBody AdviceRequested request, Asked asked) {
        return counter.carryOut(new RequestAdvice(deal, request), asked, request);
    }
}
