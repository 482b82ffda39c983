package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who has last held a deal of a customer, by when it took effect.
final class SimulatedAccounts {
    record Account(String customer, Role role) {}

    record Owner(String member, Instant since) {}

    private final Map<String, String> customers = new HashMap<>();
    private final Map<Account, Owner> owners = new HashMap<>();

    Map<Account, Owner> owners() {
        return owners;
    }

    void found(String deal, LeadFound lead) {
        if (lead.customer() != null) {
            customers.put(deal, lead.customer().id());
        }
    }

    void held(String deal, Holder holder, Instant since) {
        String customer = customers.get(deal);
        if (customer != null) {
            owners.merge(
                    new Account(customer, holder.role()),
                    new Owner(holder.member(), since),
                    (before, now) -> before.since().isAfter(since) ? before : now);
        }
    }

    static @Nullable String owner(Map<Account, Owner> owners, String customer, Role role) {
        Owner known = owners.get(new Account(customer, role));
        return known == null ? null : known.member();
    }
}
