package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.ServiceCommand.StartOnboarding;
import java.util.List;

/// What support does for a customer.
final class ServiceDecisions {
    private ServiceDecisions() {}

    static List<DealEvent> decide(DealState.Known state, ServiceCommand command, DealContext context) {
        if (!(state instanceof InSupport support)) {
            throw Refusals.notNow(state, command);
        }
        return switch (command) {
            case StartOnboarding start -> startOnboarding(support, start, context);
        };
    }

    private static List<DealEvent> startOnboarding(InSupport state, StartOnboarding command, DealContext context) {
        Guards.heldBy(state.dossier(), command, context, CUSTOMER_SUPPORT_REPRESENTATIVE);
        if (state.service().onboarding() != null) {
            return List.of();
        }
        return List.of(command.onboarding());
    }
}
