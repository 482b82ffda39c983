package dev.baton.roles.whatif;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Deals go on; they rest, go back, are over before their time, and come back.
final class GeneratedNews {
    private static final Instant HAPPENED = Instant.parse("2017-03-01T12:00:00Z");

    private final GeneratedHistory history;
    private final Random random;

    /// How many steps each has gone on.
    private final Map<String, Integer> steps = new HashMap<>();

    private final Set<String> over = new HashSet<>();

    GeneratedNews(GeneratedHistory history) {
        this.history = history;
        this.random = history.random;
    }

    /// How many there are.
    int deals() {
        return steps.size();
    }

    private void tell(String deal, DealEvent event) {
        history.tell(deal, event, HAPPENED.plusSeconds(random.nextInt(100_000)));
    }

    private String someDeal() {
        return "deal-" + random.nextInt(steps.size());
    }

    void find() {
        String deal = "deal-" + steps.size();
        steps.put(deal, 0);
        RequestedHolder wish = random.nextInt(3) == 0 ? new RequestedHolder(ACCOUNT_EXECUTIVE, "ben") : null;
        Holder finder = random.nextBoolean()
                ? SimulatedService.STEWARD
                : new Holder(SALES_REPRESENTATIVE, random.nextInt(3) == 0 ? "rose" : "rita");
        String territory = random.nextBoolean() ? "East" : "West";
        tell(
                deal,
                new LeadFound("milestones", "a lead", customer(), null, territory, null, null, null, wish, 1, finder));
    }

    private @Nullable Customer customer() {
        int one = random.nextInt(6);
        return one == 0 ? null : new Customer("customer-" + one, "a customer");
    }

    void advance() {
        if (steps.isEmpty()) {
            return;
        }
        String deal = someDeal();
        switch (steps.merge(deal, 1, Integer::sum)) {
            case 1 -> tell(deal, new LeadQualified(null, null, null));
            case 2 -> tell(deal, new Negotiated(Money.parse("USD 10"), null));
            case 3 -> close(deal);
            default -> {}
        }
    }

    private void close(String deal) {
        if (random.nextInt(3) == 0) {
            over.add(deal);
            tell(deal, new Closed(Outcome.LOST, null, "price", null));
        } else {
            tell(deal, new Closed(Outcome.WON, null, null, null));
        }
    }

    void turn() {
        if (steps.isEmpty()) {
            return;
        }
        String deal = someDeal();
        if (over.contains(deal)) {
            comeBack(deal);
        } else if (steps.getOrDefault(deal, 0) > 2) {
            afterTheWin(deal);
        } else {
            beforeTheWin(deal);
        }
    }

    private void comeBack(String deal) {
        over.remove(deal);
        steps.put(deal, 1);
        Stage at = random.nextBoolean() ? Stage.PROSPECTING : Stage.NEGOTIATING;
        tell(deal, new DealReopened(2, at, "again", history.who.manager(), history.who.anybody()));
    }

    private void beforeTheWin(String deal) {
        switch (random.nextInt(9)) {
            case 0, 1 -> tell(deal, new DealPutOnHold(Stage.QUALIFIED, LocalDate.EPOCH, "budget"));
            case 2, 3 -> tell(deal, new DealResumed(Stage.QUALIFIED, ResumeCause.REVIEW_DUE, null));
            case 4 -> tell(deal, new LeadReturned("no budget", "anna"));
            case 6, 7 -> tell(deal, new LeadRecycled(LocalDate.EPOCH, "not now"));
            case 8 -> tell(deal, new NurtureDue(LocalDate.EPOCH));
            default -> {
                over.add(deal);
                tell(deal, new LeadDisqualified("no need"));
            }
        }
    }

    private void afterTheWin(String deal) {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> tell(deal, new HandoverRejected(List.of("plan"), "sam"));
            case 3, 4 -> tell(deal, new HandoverRequested(null));
            case 5 -> {
                steps.put(deal, 1);
                tell(deal, reversed(Reversal.BOOKED_IN_ERROR, "a mistake", history.who.manager()));
            }
            case 6 -> {
                over.add(deal);
                tell(deal, reversed(Reversal.CLIENT_CANCELLED, "not paid", new Holder(SALES_MANAGER, "mia")));
            }
            case 8, 9, 10 -> tell(deal, new OnboardingCompleted(null));
            case 11, 12 -> tell(deal, new CaseOpened("C-1", "it stops", Priority.HIGH));
            case 13 -> tell(deal, new CaseResolved("C-1", "oiled"));
            default -> tell(deal, new DealMerged("deal-other", null));
        }
    }

    private CloseReversed reversed(Reversal kind, String reason, Holder manager) {
        return new CloseReversed(kind, reason, manager.member(), "steward", history.who.executive());
    }
}
