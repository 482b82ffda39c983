package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/// What deal-service tells of deals, as far as their own guards let it happen, and when the relay hears of it.
final class RandomNews {
    private final Interleaving in;
    private final Set<String> found = new HashSet<>();
    private final Set<String> over = new HashSet<>();
    private final Set<String> merged = new HashSet<>();
    private final Set<String> won = new HashSet<>();
    private final Map<String, Holder> closers = new HashMap<>();

    RandomNews(Interleaving in) {
        this.in = in;
    }

    /// By now.
    Set<String> found() {
        return Collections.unmodifiableSet(found);
    }

    List<Runnable> usual() {
        return List.of(
                this::find,
                () -> tell(new LeadQualified(null, null, null)),
                () -> tell(new Negotiated(Money.parse("USD 10"), null)),
                this::win,
                () -> in.rarely(() -> end(new Closed(Outcome.LOST, null, "price", null))),
                () -> in.rarely(() -> end(new LeadDisqualified("no need"))),
                () -> in.sagas.deliver(in.deal()),
                () -> in.sagas.deliver(in.deal()),
                () -> in.sagas.deliverTwice(in.deal()),
                in.sagas::deliverAll);
    }

    List<Runnable> unusual() {
        return List.of(
                () -> in.rarely(this::reopen),
                () -> in.rarely(this::reverse),
                () -> in.rarely(this::returnLead),
                () -> in.rarely(() -> end(new DealMerged("deal-other", null))),
                rarely(new HandoverRejected(List.of("plan"), "sam")),
                rarely(new HandoverRequested(null)),
                this::refusePackage,
                () -> in.rarely(this::preparePackage),
                this::moveWhatLacks,
                rarely(new DealPutOnHold(Stage.QUALIFIED, LocalDate.EPOCH, "budget")),
                rarely(new DealResumed(Stage.QUALIFIED, ResumeCause.REVIEW_DUE, null)),
                rarely(new LeadRecycled(LocalDate.EPOCH, "not now")),
                () -> in.rarely(this::correct),
                rarely(new NurtureDue(LocalDate.EPOCH)),
                rarely(new OnboardingCompleted(null)),
                rarely(new CaseOpened("C-1", "it stops", Priority.HIGH)),
                rarely(new CaseResolved("C-1", "oiled")));
    }

    private Runnable rarely(DealEvent event) {
        return () -> in.rarely(() -> tell(event));
    }

    private void tell(DealEvent event) {
        tell(in.deal(), event);
    }

    private void tell(String deal, DealEvent event) {
        in.sagas.tell(deal, event, in.now());
    }

    /// Nothing finds a deal twice: its second finding is the same event, which the log has.
    private void find() {
        String deal = in.deal();
        if (found.add(deal)) {
            Holder finder = Interleaving.PEOPLE.get(in.random.nextBoolean() ? 0 : 2);
            tell(deal, new LeadFound("milestones", "a lead", null, null, null, null, null, null, null, 1, finder));
        }
    }

    /// Everybody works everywhere.
    private void correct() {
        String deal = in.deal();
        String territory = in.random.nextBoolean() ? "East" : "West";
        tell(deal, new DealCorrected("mistyped", null, null, null, territory, null, null, null));
    }

    private boolean isOpen(String deal) {
        return found.contains(deal) && !over.contains(deal);
    }

    private void win() {
        String deal = in.deal();
        if (isOpen(deal)) {
            won.add(deal);
            if (in.department.of(deal) instanceof Held held) {
                closers.put(deal, held.holder());
            }
            tell(deal, new Closed(Outcome.WON, null, null, null));
        }
    }

    private void end(DealEvent event) {
        String deal = in.deal();
        if (found.contains(deal)) {
            if (event instanceof DealMerged) {
                merged.add(deal);
            }
            over.add(deal);
            tell(deal, event);
        }
    }

    private void reopen() {
        String deal = in.deal();
        if (over.contains(deal) && !merged.contains(deal)) {
            Stage stage = in.random.nextBoolean() ? Stage.PROSPECTING : Stage.NEGOTIATING;
            Holder manager = Interleaving.PEOPLE.get(in.random.nextInt(2));
            Holder executive = Interleaving.PEOPLE.get(4 + in.random.nextInt(3));
            over.remove(deal);
            won.remove(deal);
            tell(deal, new DealReopened(2, stage, "again", manager, executive));
        }
    }

    private void reverse() {
        String deal = in.deal();
        Holder closedBy = closers.get(deal);
        if (closedBy != null && !over.contains(deal) && won.remove(deal)) {
            Reversal kind = in.random.nextBoolean() ? Reversal.BOOKED_IN_ERROR : Reversal.CLIENT_CANCELLED;
            if (kind == Reversal.CLIENT_CANCELLED) {
                over.add(deal);
            }
            tell(deal, new CloseReversed(kind, "a mistake", "mia", "steward", closedBy));
        }
    }

    private String wonDeal() {
        List<String> all = won.stream().sorted().toList();
        return all.isEmpty() ? in.deal() : all.get(in.random.nextInt(all.size()));
    }

    /// Support that is asked, or was, says that something is missing.
    private void refusePackage() {
        String deal = wonDeal();
        if (in.department.of(deal) instanceof Held held) {
            if (held.handOver() instanceof Offered(String offer, Holder to)
                    && to.role() == Role.CUSTOMER_SUPPORT_REPRESENTATIVE) {
                in.act(new DeclineOffer(deal, offer, to.member(), "the plan", Ground.PACKAGE_INCOMPLETE));
            } else {
                tell(deal, new HandoverRejected(List.of("the plan"), "sam"));
            }
            if (in.random.nextBoolean()) {
                in.sagas.deliverAllOf(deal);
            }
        }
    }

    private void preparePackage() {
        String deal = wonDeal();
        if (won.contains(deal)) {
            tell(deal, new HandoverPrepared(new HandoverPackage("all of it", null, null)));
        }
    }

    /// Whose package lacks something gets another holder.
    private void moveWhatLacks() {
        for (String deal : found) {
            if (in.sagas.packages.lacks(deal)
                    && in.department.of(deal) instanceof Held held
                    && in.random.nextBoolean()) {
                Holder to = Interleaving.PEOPLE.get(4 + in.random.nextInt(3));
                if (!to.equals(held.holder()) && !(in.department.people().get(to) instanceof Departed)) {
                    in.act(new ForceTransfer(deal, to, null, "mia"));
                }
            }
        }
    }

    private void returnLead() {
        String deal = in.deal();
        if (isOpen(deal) && !won.contains(deal)) {
            tell(deal, new LeadReturned("no budget", "anna"));
        }
    }
}
