package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who last held a deal of each customer, in each role: the same as the service's rows.
final class AccountOwners {
    private final Map<String, String> customers = new HashMap<>();
    private final Map<Account, Owner> owners = new HashMap<>();

    private record Account(String customer, Role role) {}

    private record Owner(String member, Instant since) {
        /// Who knows the customer now, whatever is told late.
        Owner or(Owner next) {
            return since.isAfter(next.since) ? this : next;
        }
    }

    void found(String deal, LeadFound lead) {
        if (lead.customer() != null) {
            customers.putIfAbsent(deal, lead.customer().id());
        }
    }

    void corrected(String deal, AssignmentCorrected as) {
        if (as.customer() != null) {
            customers.put(deal, as.customer().id());
        }
    }

    void on(String deal, AccountabilityFact fact, Instant at) {
        switch (fact) {
            case ResponsibilityOpened opened -> knows(deal, opened.holder(), at);
            case ResponsibilityTransferred moved -> knows(deal, moved.to(), at);
            case ResponsibilityReopened again -> knows(deal, again.holder(), at);
            case ResponsibilityEnded ended -> {}
        }
    }

    private void knows(String deal, Holder holder, Instant at) {
        String customer = customers.get(deal);
        if (customer != null) {
            owners.merge(new Account(customer, holder.role()), new Owner(holder.member(), at), Owner::or);
        }
    }

    @Nullable
    String of(String customer, Role role) {
        Owner owner = owners.get(new Account(customer, role));
        return owner == null ? null : owner.member();
    }
}
