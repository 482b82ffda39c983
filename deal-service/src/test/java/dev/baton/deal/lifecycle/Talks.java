package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_SPECIALIST;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.PlanItem;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.TermsCommand.AskedLine;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.terms.ApprovalRules;
import dev.baton.deal.terms.ApprovalRules.Approver;
import dev.baton.deal.terms.PriceList;
import dev.baton.deal.terms.PriceList.ListedPrice;
import dev.baton.deal.terms.PriceLists;
import dev.baton.deal.terms.TermsRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// A deal under a pipeline that wants everything of its terms, as one that is being talked about.
final class Talks {
    static final String ID = "0190f3a0-0000-7000-8000-000000000002";
    /// A Wednesday, at half past nine.
    static final Instant NOW = Instant.parse("2026-03-04T09:30:00Z");

    static final Actor AXEL = Actor.person("axel", ACCOUNT_EXECUTIVE);
    static final Actor NOOR = Actor.person("noor", SALES_SPECIALIST);
    static final Actor CASPER = Actor.person("casper", SALES_SPECIALIST);
    static final Actor MARIA = Actor.person("maria", SALES_MANAGER);
    static final Actor MONA = Actor.person("mona", SALES_MANAGER);
    static final Actor GRETA = Actor.person("greta", SALES_MANAGER);
    static final Actor STEWARD = Actor.person("steward", SALES_MANAGER);

    static final TermsRules EVERYTHING = new TermsRules(
            "standard",
            true,
            true,
            Set.of(),
            new ApprovalRules(
                    new BigDecimal("10"),
                    Map.of("anna", new BigDecimal("25")),
                    new BigDecimal("20"),
                    List.of(new Approver("maria", "mona"), new Approver("greta", null))),
            Map.of(),
            BusinessCalendar.USUAL,
            Map.of());

    private static final PriceList OLD = list(1, "2026-01-01", "1000.00", "600.00");
    private static final PriceList NEW = list(2, "2026-03-01", "1100.00", "650.00");
    private static final PriceList COMING = list(3, "2026-04-01", "1200.00", "700.00");

    static final PriceLists PRICES = new Lists();

    /// The same, and one criterion before a deal is signed.
    static final Pipeline WIDE = pipeline(EVERYTHING.leaving(Map.of(Stage.AGREED, List.of("decision maker"))));

    private Talks() {}

    static DealState negotiating(DealEvent... since) {
        return fold(Stream.concat(
                Stream.of(
                        new LeadFound(
                                "wide",
                                "Presses",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                1,
                                new Holder(SALES_REPRESENTATIVE, "rita")),
                        new LeadQualified(null, null, null),
                        new HolderRecognised(new Holder(ACCOUNT_EXECUTIVE, "axel"), 1),
                        new NegotiationOpened()),
                Stream.of(since)));
    }

    static DealState after(DealState state, List<DealEvent> events) {
        DealState now = state;
        for (DealEvent event : events) {
            now = now.told(event, NOW, NOW);
        }
        return now;
    }

    private static DealState fold(Stream<DealEvent> events) {
        return after(new Unknown(), events.toList());
    }

    /// Each act is decided, and what follows from it folded, one after the other.
    static DealState when(DealState state, TermsRules rules, Act... acts) {
        DealState now = state;
        for (Act act : acts) {
            now = after(now, DealDecisions.decide(now, act.command(), context(act.actor(), rules)));
        }
        return now;
    }

    static DealState when(Act... acts) {
        return when(negotiating(), EVERYTHING, acts);
    }

    static DealContext context(Actor actor, TermsRules rules) {
        return context(actor, rules, NOW);
    }

    static DealContext context(Actor actor, TermsRules rules, Instant now) {
        return new DealContext(now, actor, pipeline(rules), null, new Lists());
    }

    static Pipeline pipeline(TermsRules rules) {
        return new Pipeline(
                "wide",
                1,
                EnumSet.of(Milestone.LEAD_FOUND, Milestone.NEGOTIATED, Milestone.CLOSED),
                List.of(),
                "steward",
                Duration.ofMinutes(5),
                Duration.ofDays(7),
                Limits.USUAL,
                Set.of(),
                rules,
                ServiceRules.USUAL,
                Deals.LIMITS);
    }

    static TermsRules alsoDraftedBy(Role role) {
        return new TermsRules(
                EVERYTHING.priceList(),
                true,
                true,
                Set.of(role),
                EVERYTHING.approval(),
                EVERYTHING.answerWithin(),
                EVERYTHING.calendar(),
                EVERYTHING.exitCriteria());
    }

    static Act act(Actor actor, DealCommand command) {
        return new Act(actor, command);
    }

    /// One press from the list in force, at 1,100 with a cost of 650, for this price.
    static Act offer(String price) {
        return act(AXEL, new MakeOffer(ID, draft(null, price)));
    }

    static OfferDraft draft(@org.jspecify.annotations.Nullable Integer version, String price) {
        return new OfferDraft(version, List.of(new AskedLine("Press", 1, usd(price))), null);
    }

    static PlanItem item(String... answers) {
        return new PlanItem("Install", List.of(answers), null, null);
    }

    static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }

    private static PriceList list(int version, String from, String price, String cost) {
        return new PriceList(
                "standard",
                version,
                CurrencyUnit.USD,
                LocalDate.parse(from),
                Map.of(
                        "Press",
                        new ListedPrice(usd(price), usd(cost)),
                        "Rig",
                        new ListedPrice(usd("50.00"), usd("5.00"))));
    }

    record Act(Actor actor, DealCommand command) {}

    private static final class Lists implements Surroundings, PriceLists {
        private final List<PriceList> all = List.of(OLD, NEW, COMING);

        @Override
        public PriceLists prices() {
            return this;
        }

        @Override
        public Optional<PriceList> inForce(String name, LocalDate day) {
            return all.stream()
                    .filter(list ->
                            list.name().equals(name) && !list.validFrom().isAfter(day))
                    .max(Comparator.comparing(PriceList::version));
        }

        @Override
        public Optional<PriceList> version(String name, int version) {
            return all.stream()
                    .filter(list -> list.name().equals(name) && list.version() == version)
                    .findFirst();
        }
    }
}
