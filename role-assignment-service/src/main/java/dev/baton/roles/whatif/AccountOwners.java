package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who last held a deal of each customer, in each role: the same as the service's rows.
final class AccountOwners {
    private final Map<Account, Owner> owners = new HashMap<>();

    private record Account(String customer, Role role) {}

    private record Owner(String member, Instant since) {
        /// Who knows the customer now, whatever is told late.
        Owner or(Owner next) {
            return since.isAfter(next.since) ? this : next;
        }
    }

    /// @param customer whose deal it is; absent when nobody has said
    void on(@Nullable String customer, AccountabilityFact fact, Instant at) {
        if (customer != null) {
            switch (fact) {
                case ResponsibilityOpened opened -> knows(customer, opened.holder(), at);
                case ResponsibilityTransferred moved -> knows(customer, moved.to(), at);
                case ResponsibilityReopened again -> knows(customer, again.holder(), at);
                case ResponsibilityEnded ended -> {}
            }
        }
    }

    private void knows(String customer, Holder holder, Instant at) {
        owners.merge(new Account(customer, holder.role()), new Owner(holder.member(), at), Owner::or);
    }

    @Nullable
    String of(String customer, Role role) {
        Owner owner = owners.get(new Account(customer, role));
        return owner == null ? null : owner.member();
    }
}
