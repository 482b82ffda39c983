package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/// Deals in every state, as the tests of the rules begin from them.
final class Deals {

    static final String ID = "0190f3a0-0000-7000-8000-000000000001";
    static final Instant DAY_ONE = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant NOW = DAY_ONE.plus(Duration.ofDays(30));
    static final Money EUR_900 = Money.parse("EUR 900.00");
    static final Money EUR_1000 = Money.parse("EUR 1000.00");

    static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    static final Holder AXEL = new Holder(ACCOUNT_EXECUTIVE, "axel");
    static final Holder SUZY = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "suzy");

    static final Pipeline MILESTONES =
            pipeline("milestones", EnumSet.of(Milestone.LEAD_FOUND, Milestone.CLOSED), List.of());
    static final Pipeline STANDARD =
            pipeline("standard", EnumSet.allOf(Milestone.class), List.of("budget", "authority", "need", "timing"));

    static final Map<String, String> EVIDENCE =
            Map.of("budget", "200k", "authority", "CFO", "need", "churn", "timing", "Q3");

    private Deals() {}

    static DealState unknown() {
        return new Unknown();
    }

    static DealState prospecting() {
        return after(unknown(), lead(EUR_900).foundUnder(1, RITA));
    }

    static DealState qualified() {
        return after(prospecting(), new LeadQualified(null, null, EVIDENCE), new HolderRecognised(AXEL, 1));
    }

    static DealState negotiating() {
        return after(qualified(), new NegotiationOpened());
    }

    static DealState agreed() {
        return after(negotiating(), new Negotiated(EUR_1000, null));
    }

    static DealState won() {
        return after(agreed(), new Closed(Outcome.WON, null, null, null));
    }

    static DealState lost() {
        return after(agreed(), new Closed(Outcome.LOST, null, "PRICE", null));
    }

    static DealState disqualified() {
        return after(prospecting(), new LeadDisqualified("no budget"));
    }

    static DealState inSupport() {
        return after(won(), new HolderRecognised(SUZY, 2), new HandedToSupport("suzy", null));
    }

    static Map<String, DealState> everyState() {
        return Map.of(
                "Unknown", unknown(),
                "Prospecting", prospecting(),
                "Qualified", qualified(),
                "Negotiating", negotiating(),
                "Agreed", agreed(),
                "Won", won(),
                "Lost", lost(),
                "Disqualified", disqualified(),
                "InSupport", inSupport());
    }

    static DealState after(DealState state, DealEvent... events) {
        DealState current = state;
        for (DealEvent event : events) {
            current = current.evolve(event, DAY_ONE);
        }
        return current;
    }

    static Lead lead(Money value) {
        return new Lead("milestones", "Bikes for Acme", null, null, null, null, null, value, null);
    }

    static LeadFound found(Money value) {
        return lead(value).foundUnder(1, MILESTONES.stewardAsHolder());
    }

    static DealContext client(Pipeline pipeline) {
        return new DealContext(NOW, Actor.client("crm"), pipeline, null);
    }

    static DealContext person(Pipeline pipeline, String member, Role... roles) {
        return new DealContext(NOW, Actor.person(member, roles), pipeline, null);
    }

    private static Pipeline pipeline(String name, Set<Milestone> required, List<String> criteria) {
        return new Pipeline(name, 1, required, criteria, "steward", Duration.ofMinutes(5), Duration.ofDays(7));
    }
}
