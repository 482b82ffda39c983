package dev.baton.deal.command;

import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.deal.lifecycle.ServiceCommand.StartOnboarding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What support does for a customer.
@RestController
@RequestMapping("/v1/deals")
public final class ServiceController implements TakesCommands {
    private final Counter counter;

    public ServiceController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/start-onboarding")
    public ResponseEntity<String> startOnboarding(
            @PathVariable String deal, @RequestBody OnboardingStarted onboarding, Asked asked) {
        return counter.carryOut(new StartOnboarding(deal, onboarding), asked, onboarding);
    }
}
