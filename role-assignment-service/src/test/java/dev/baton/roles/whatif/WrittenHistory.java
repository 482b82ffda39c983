package dev.baton.roles.whatif;

import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.routing.RoutingPolicies.Dated;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One that is written move by move: nothing happens by itself.
final class WrittenHistory extends SimulatedService {
    private boolean seesPolicyLate;
    private @Nullable Runnable others;

    WrittenHistory(RoutingPolicy policy) {
        replaced(policy);
    }

    void replaced(RoutingPolicy policy) {
        policies.add(new Dated(policy, log.clock()));
    }

    /// The relay goes by the one before.
    void replacedUnseen(RoutingPolicy policy) {
        replaced(policy);
        seesPolicyLate = true;
    }

    /// What others do as soon as the relay has looked for people once more.
    void meantime(Runnable act) {
        others = act;
    }

    @Override
    void beforeEachStep() {
        // nobody does anything
    }

    @Override
    void afterLooking() {
        Runnable act = others;
        if (relaying() != null && act != null) {
            others = null;
            meanwhile(act);
        }
    }

    @Override
    void afterReading(SimulatedCommit mine) {
        // nobody does anything
    }

    @Override
    boolean seesPolicyLate() {
        return seesPolicyLate;
    }

    // --- deals; nobody has heard of it yet -------------------------------------------------------------------------

    /// By a representative.
    void found(String deal, @Nullable Customer customer, Instant at) {
        Holder finder = new Holder(SALES_REPRESENTATIVE, "rita");
        tell(
                deal,
                new LeadFound("milestones", "a lead", customer, null, "East", null, null, null, null, 1, finder),
                at);
    }

    void qualify(String deal, Instant at) {
        tell(deal, new LeadQualified(null, null, null), at);
    }

    void giveBack(String deal, Holder by, Instant at) {
        tell(deal, new LeadReturned("no budget", by.member()), at);
    }

    /// Booked in error.
    void reverse(String deal, Holder closedBy, Holder manager, Instant at) {
        tell(
                deal,
                new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", manager.member(), STEWARD.member(), closedBy),
                at);
    }

    // --- deals; the relay hears of it at once ----------------------------------------------------------------------

    /// Found by a representative, and qualified.
    void qualified(String deal, Instant at) {
        qualified(deal, null, at);
    }

    void qualified(String deal, @Nullable Customer customer, Instant at) {
        found(deal, customer, at);
        qualify(deal, at);
        hearAll();
    }

    void lost(String deal, Instant at) {
        tell(deal, new Closed(Outcome.LOST, null, "price", null), at);
        hearAll();
    }

    void won(String deal, Instant at) {
        tell(deal, new Closed(Outcome.WON, null, null, null), at);
        hearAll();
    }

    void rests(String deal, Instant at) {
        tell(deal, new LeadRecycled(LocalDate.EPOCH, "not now"), at);
        hearAll();
    }

    void onboarded(String deal, Instant at) {
        tell(deal, new OnboardingCompleted(null), at);
        hearAll();
    }

    void accept(String deal) {
        if (deals.get(deal) instanceof Held held && held.handOver() instanceof Offered(String offer, Holder to)) {
            act(to.member(), new AcceptOffer(deal, offer, Acceptance.PERSON, to.member()));
        }
        hearAll();
    }

    void hearAll() {
        while (!log.unheard.isEmpty()) {
            hearNext();
        }
    }

    void hearNext() {
        LoggedFact next = log.unheard.poll();
        if (next != null) {
            hear(List.of(next));
        }
    }

    // --- people ----------------------------------------------------------------------------------------------------

    void join(Role role, String member, int capacity) {
        join(role, member, capacity, Set.of());
    }

    /// @param languages none for every
    void join(Role role, String member, int capacity, Set<String> languages) {
        act("mia", new JoinTeam(role, member, new Profile(member, Set.of(), Set.of(), languages), capacity));
    }

    void depart(Holder who) {
        act("mia", new Depart(who.role(), who.member(), null));
    }

    void available(Holder who, Availability now) {
        act("mia", new ChangeAvailability(who.role(), who.member(), now, null, null));
    }

    void rehome(String deal, Holder holder) {
        act("baton", new BeginRehoming(deal, holder, RehomingCause.DEPARTED));
    }

    // --- what has come of it ---------------------------------------------------------------------------------------

    /// Who carries the deal.
    @Nullable
    Holder holder(String deal) {
        return deals.get(deal) instanceof Held held ? held.holder() : null;
    }

    int load(Holder who) {
        return people.getOrDefault(who, new NotJoined()).slots().load();
    }
}
