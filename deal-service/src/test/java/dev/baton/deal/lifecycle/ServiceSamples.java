package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Deals.ID;

import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.deal.lifecycle.ServiceCommand.StartOnboarding;
import java.util.List;

/// What support does for a customer.
final class ServiceSamples {
    private ServiceSamples() {}

    static List<Sample> all() {
        return List.of(Sample.byHolder(new StartOnboarding(ID, new OnboardingStarted(null))));
    }
}
