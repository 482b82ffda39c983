package dev.baton.roles.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import java.util.HashSet;
import java.util.Set;

/// Whose package lacks something, read off what a relay hears and does: nobody in support is looked for meanwhile.
final class Packages {
    private final Set<String> lacking = new HashSet<>();

    /// How often a deal got another holder meanwhile.
    int movedOn;

    void heard(String deal, Object event) {
        switch (event) {
            case HandoverPrepared _, HandoverRequested _, DealReopened _ -> lacking.remove(deal);
            case CloseReversed _ -> lacking.remove(deal);
            default -> {}
        }
    }

    void told(String deal, Object event) {
        switch (event) {
            case PackageRefused refused ->
                assertThat(lacking.add(deal)).as(deal).isTrue();
            case AssignmentDecided decided
            when decided.role() == Role.CUSTOMER_SUPPORT_REPRESENTATIVE ->
                assertThat(lacking)
                        .as("whose package lacks something for which support is looked for")
                        .doesNotContain(deal);
            case ResponsibilityTransferred moved -> moved(deal, moved);
            case ResponsibilityEnded ended -> lacking.remove(deal);
            default -> {}
        }
    }

    private void moved(String deal, ResponsibilityTransferred moved) {
        if (moved.to().role() == Role.CUSTOMER_SUPPORT_REPRESENTATIVE) {
            lacking.remove(deal);
        } else if (lacking.contains(deal)) {
            movedOn++;
        }
    }

    boolean lacks(String deal) {
        return lacking.contains(deal);
    }
}
