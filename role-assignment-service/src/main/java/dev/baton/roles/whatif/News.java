package dev.baton.roles.whatif;

import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.roles.handoff.Rehearsal;
import org.jspecify.annotations.Nullable;

/// What the relay is to hear.
///
/// @param fact as it is in the log
/// @param event what it is in the other world; absent when it could not be done there
record News(LoggedFact fact, @Nullable Object event) {

    String deal() {
        return fact.stream().id();
    }

    /// Whether the relay hears of the fact: of answers and of hand-overs only what somebody did.
    static boolean is(LoggedFact fact) {
        return switch (fact.event()) {
            case OfferAccepted accepted -> fact.actor() != null;
            case OfferDeclined declined -> fact.actor() != null;
            case ResponsibilityTransferred moved -> fact.actor() != null && moved.acceptance() == Acceptance.FORCED;
            default -> Rehearsal.isNews(fact.event());
        };
    }
}
