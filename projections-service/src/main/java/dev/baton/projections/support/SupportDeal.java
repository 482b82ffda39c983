package dev.baton.projections.support;

import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deal as support sees it.
///
/// @param origin the earlier deal that it comes from, absent for new business
/// @param won occurredAt of the close; absent while it is not won, or once the close was reversed
/// @param handed since when it has been in support
/// @param ended how the service ended, and when
public record SupportDeal(
        String deal,
        @Nullable Customer customer,
        Instant found,
        @Nullable ReturnBusiness origin,
        @Nullable Instant won,
        @Nullable Instant handed,
        Onboarding onboarding,
        Scores scores,
        @Nullable LocalDate renewal,
        @Nullable Ended ended) {

    public record Onboarding(
            @Nullable Instant started, @Nullable Instant completed) {
        static final Onboarding NONE = new Onboarding(null, null);
    }

    public record Ended(Instant at, ServiceEnded how) {}

    static SupportDeal found(String deal, LeadFound lead, Instant at) {
        return new SupportDeal(
                deal, lead.customer(), at, lead.origin(), null, null, Onboarding.NONE, Scores.NONE, null, null);
    }

    /// Nothing said about the customer keeps who is known.
    SupportDeal of(@Nullable Customer told) {
        return told == null
                ? this
                : new SupportDeal(deal, told, found, origin, won, handed, onboarding, scores, renewal, ended);
    }

    SupportDeal won(@Nullable Instant at) {
        return new SupportDeal(deal, customer, found, origin, at, handed, onboarding, scores, renewal, ended);
    }

    SupportDeal handed(@Nullable Instant at) {
        return new SupportDeal(deal, customer, found, origin, won, at, onboarding, scores, renewal, ended);
    }

    SupportDeal onboarding(Onboarding now) {
        return new SupportDeal(deal, customer, found, origin, won, handed, now, scores, renewal, ended);
    }

    SupportDeal scored(int score) {
        return new SupportDeal(
                deal, customer, found, origin, won, handed, onboarding, scores.and(score), renewal, ended);
    }

    SupportDeal renewal(LocalDate on) {
        return new SupportDeal(deal, customer, found, origin, won, handed, onboarding, scores, on, ended);
    }

    SupportDeal ended(Instant at, ServiceEnded how) {
        return new SupportDeal(
                deal, customer, found, origin, won, handed, onboarding, scores, renewal, new Ended(at, how));
    }
}
