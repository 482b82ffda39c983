package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.deal.terms.PriceLists;
import dev.baton.deal.terms.TermsRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/// Deals in every state, as the tests of the rules begin from them.
final class Deals {

    static final String ID = "0190f3a0-0000-7000-8000-000000000001";
    static final String OTHER = "0190f3a0-0000-7000-8000-000000000002";
    static final Customer ACME = new Customer("c-1", "Acme");
    static final Instant DAY_ONE = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant NOW = DAY_ONE.plus(Duration.ofDays(30));
    static final Money EUR_900 = Money.parse("EUR 900.00");
    static final Money EUR_1000 = Money.parse("EUR 1000.00");

    static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    static final Holder AXEL = new Holder(ACCOUNT_EXECUTIVE, "axel");
    static final Holder SUZY = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "suzy");

    /// A working day to speak with somebody, two weeks in each stage.
    static final SlaRules LIMITS = new SlaRules(
            Duration.ofHours(8),
            Map.of(
                    Stage.PROSPECTING, Duration.ofHours(80),
                    Stage.QUALIFIED, Duration.ofHours(80),
                    Stage.NEGOTIATING, Duration.ofHours(80),
                    Stage.AGREED, Duration.ofHours(80)),
            Duration.ofHours(8));

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

    static DealState notAcceptedYet() {
        return after(prospecting(), new LeadQualified(null, null, EVIDENCE));
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

    static DealState owing() {
        return after(
                inSupport(),
                new OnboardingStarted(null, null),
                new CommitmentMade("parts", "Spare parts", 480, NOW.minusSeconds(1), new CalendarVersion("default", 0)),
                new CaseOpened("C-1", "It stops", Priority.HIGH));
    }

    static DealState ended() {
        return after(inSupport(), new ServiceEnded(ServiceOutcome.EXPIRED, "ran out"));
    }

    static DealState onHold() {
        return after(qualified(), new DealPutOnHold(Stage.QUALIFIED, LocalDate.of(2026, 4, 30), "moves house"));
    }

    static DealState nurturing() {
        return after(prospecting(), new LeadRecycled(LocalDate.of(2026, 4, 30), "next fiscal year"));
    }

    static DealState merged() {
        return after(qualified(), new DealMerged(OTHER, "entered twice"));
    }

    static DealState wonInDoubt() {
        return after(won(), new ReversalRequested(Reversal.BOOKED_IN_ERROR, "wrong card", "melvin"));
    }

    /// In the order of a deal's way.
    static Map<String, DealState> everyState() {
        Map<String, DealState> states = new LinkedHashMap<>();
        states.put("Unknown", unknown());
        states.put("Prospecting", prospecting());
        states.put("Nurturing", nurturing());
        states.put("Qualified", qualified());
        states.put("Qualified, not accepted yet", notAcceptedYet());
        states.put("Negotiating", negotiating());
        states.put("Agreed", agreed());
        states.put("OnHold", onHold());
        states.put("Won", won());
        states.put("Won, reversal asked for", wonInDoubt());
        states.put("Lost", lost());
        states.put("Disqualified", disqualified());
        states.put("Merged", merged());
        states.put("InSupport", inSupport());
        states.put("InSupport, something owed", owing());
        states.put("Ended", ended());
        return states;
    }

    static DealState after(DealState state, DealEvent... events) {
        DealState current = state;
        for (DealEvent event : events) {
            current = current.told(event, DAY_ONE, DAY_ONE);
        }
        return current;
    }

    static Lead lead(Money value) {
        return new Lead("milestones", "Bikes for Acme", ACME, null, null, null, null, value, null);
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

    /// One other deal is known: of the same customer, and qualified.
    static final Surroundings SURROUNDINGS = new Surroundings() {
        @Override
        public PriceLists prices() {
            return Talks.PRICES;
        }

        @Override
        public Optional<DealState.Known> deal(String id) {
            return id.equals(OTHER) ? Optional.of((DealState.Known) qualified()) : Optional.empty();
        }
    };

    static DealContext by(Actor actor, Pipeline pipeline) {
        return new DealContext(NOW, actor, pipeline, null, SURROUNDINGS);
    }

    private static Pipeline pipeline(String name, Set<Milestone> required, List<String> criteria) {
        return new Pipeline(
                name,
                1,
                required,
                criteria,
                "steward",
                Duration.ofMinutes(5),
                Duration.ofDays(7),
                Limits.USUAL,
                Set.of(),
                TermsRules.USUAL,
                ServiceRules.USUAL,
                LIMITS);
    }

    /// The same, with these times.
    static Pipeline within(Pipeline pipeline, SlaRules times) {
        return new Pipeline(
                pipeline.name(),
                pipeline.version(),
                pipeline.required(),
                pipeline.criteria(),
                pipeline.steward(),
                pipeline.clockSkew(),
                pipeline.parkedTimeToLive(),
                pipeline.limits(),
                pipeline.handover(),
                pipeline.terms(),
                pipeline.service(),
                times);
    }

    static List<DealEvent> decide(DealState state, DealCommand command, DealContext context) {
        return DealDecisions.decide(state, command, context);
    }

    /// @return the refusal, for what else is to be said of it
    static DealRejected refused(DealState state, DealCommand command, DealContext context, String code) {
        DealRejected refusal = catchThrowableOfType(DealRejected.class, () -> decide(state, command, context));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
