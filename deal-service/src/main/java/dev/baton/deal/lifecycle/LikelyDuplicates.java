package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a lead is likely to be one that is on its way already. A reason to warn whoever finds it, never to refuse:
/// the same source and id are refused elsewhere, and a customer may need the same thing twice.
public final class LikelyDuplicates {
    private LikelyDuplicates() {}

    /// A live deal of the same customer with the same need, in whatever case it was written.
    public static boolean isOne(Lead lead, DealState.Known other) {
        Lead known = other.dossier().lead();
        return isLive(other) && sameCustomer(lead.customer(), known.customer()) && sameNeed(lead.need(), known.need());
    }

    /// Whether a deal is on its way, as the last of the facts says that begin its way, end it or take it up again.
    public static boolean isLiveAfter(Object turn) {
        return switch (turn) {
            case LeadFound _, DealReopened _ -> true;
            case CloseReversed reversed -> reversed.kind() == Reversal.BOOKED_IN_ERROR;
            case LeadDisqualified _, Closed _, DealMerged _ -> false;
            default -> throw new IllegalArgumentException(turn + " does not say it");
        };
    }

    public static boolean isLive(DealState.Known deal) {
        return deal instanceof DealState.Open || deal instanceof DealState.Resting;
    }

    private static boolean sameCustomer(@Nullable Customer one, @Nullable Customer other) {
        return one != null && other != null && one.id().equals(other.id());
    }

    private static boolean sameNeed(@Nullable String one, @Nullable String other) {
        return one != null && other != null && plain(one).equals(plain(other));
    }

    /// As needs are compared.
    public static String plain(String need) {
        return need.strip().toLowerCase(Locale.ROOT);
    }
}
