package dev.baton.projections.testing;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A sales office small enough to count by hand: rita finds, anna and bert close, sam supports.
public final class SmallOffice {
    public static final Holder RITA = new Holder(Role.SALES_REPRESENTATIVE, "rita");
    public static final Holder ANNA = new Holder(Role.ACCOUNT_EXECUTIVE, "anna");
    public static final Holder BERT = new Holder(Role.ACCOUNT_EXECUTIVE, "bert");
    public static final Holder SAM = new Holder(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    private final EventBook book;

    public SmallOffice(EventBook book) {
        this.book = book;
    }

    public void joins(Holder person, String name, int capacity, String... territories) {
        book.member(
                person.role(),
                person.member(),
                "2025-12-01T12:00:00Z",
                new MemberJoined(
                        person.member(), name, person.role(), capacity, Set.of(territories), Set.of(), Set.of()));
    }

    public void departs(Holder person, String time) {
        book.member(person.role(), person.member(), time, new MemberDeparted(null));
    }

    public void takesSlot(Holder person, String deal, String time) {
        book.member(person.role(), person.member(), time, new SlotReserved(deal, 1, false, "OFFER"));
        book.member(person.role(), person.member(), time, new SlotConfirmed(deal));
    }

    public void releasesSlot(Holder person, String deal, String time) {
        book.member(person.role(), person.member(), time, new SlotReleased(deal, "HANDED_OVER"));
    }

    public void found(String deal, String time, String territory, String product, @Nullable String value) {
        book.deal(
                deal,
                time,
                new LeadFound(
                        "milestones",
                        product + " for Cancity",
                        new Customer("cancity", "Cancity"),
                        null,
                        territory,
                        product,
                        null,
                        value == null ? null : Money.parse(value),
                        new RequestedHolder(Role.ACCOUNT_EXECUTIVE, "anna"),
                        1,
                        RITA));
        book.responsibility(deal, time, new ResponsibilityOpened(RITA));
    }

    public void qualified(String deal, String time) {
        book.deal(deal, time, new LeadQualified(null, null, null));
    }

    public void closed(String deal, String time, Outcome outcome, @Nullable String value) {
        book.deal(
                deal,
                time,
                new Closed(
                        outcome,
                        value == null ? null : Money.parse(value),
                        outcome == Outcome.LOST ? Closed.NOT_RECORDED : null,
                        null));
    }

    /// One leg to its end: decided, offered, accepted, transferred, recognised by the deal.
    public void handsOver(String deal, String time, Holder from, Holder to, int epoch, TransferCause cause) {
        String offer = "offer-" + deal + "-" + epoch;
        book.responsibility(deal, time, decided(to, to.member().equals("bert") ? "anna" : null));
        book.responsibility(deal, time, new OfferMade(offer, to, epoch));
        book.responsibility(deal, time, new OfferAccepted(offer, to, Acceptance.POLICY));
        book.responsibility(
                deal, time, new ResponsibilityTransferred(from, to, epoch, cause, Acceptance.POLICY, offer, null));
        book.deal(deal, time, new HolderRecognised(to, epoch));
    }

    public void inSupport(String deal, String time) {
        book.deal(deal, time, new HandedToSupport("sam", null));
    }

    public void ended(String deal, String time, Holder holder, int epoch) {
        book.responsibility(deal, time, new ResponsibilityEnded(holder, epoch, EndCause.CLOSED_LOST));
    }

    public void queued(String deal, String time, Role role, String territory) {
        book.responsibility(deal, time, new AssignmentDecided(role, "standard", 1, List.of(), null, null));
        book.responsibility(deal, time, new AssignmentQueued(role, territory, "NO_CAPACITY"));
    }

    private static AssignmentDecided decided(Holder to, @Nullable String denied) {
        Request request = to.role() != Role.ACCOUNT_EXECUTIVE
                ? null
                : denied == null ? new Request(to.member(), true, null) : new Request(denied, false, "NO_CAPACITY");
        return new AssignmentDecided(
                to.role(),
                "standard",
                1,
                List.of(new Candidate(to.member(), true, 0.25, List.of("LEAST_LOAD"))),
                to.member(),
                request);
    }

    /// Six deals: two won by anna (one with support, one waiting for it), one lost by bert after a late hand-off,
    /// one lost in EUR, one qualified and open, one just found without a value.
    /// In the end bert and sam leave; sam still has the deal that he supports.
    public static EventBook written() {
        EventBook book = new EventBook();
        SmallOffice office = new SmallOffice(book);
        office.joins(RITA, "Rita Reyes", 100, "East", "West");
        office.joins(ANNA, "Anna Snelling", 2, "East");
        office.joins(BERT, "Bert Moll", 10);
        office.joins(SAM, "Sam Okoro", 1);
        office.wonAndSupported();
        office.wonAndWaiting();
        office.lostAfterALateHandOff();
        office.lostInAnotherCurrency();
        office.qualifiedAndOpen();
        office.found("deal-6", "2026-02-03T12:00:00Z", "West", "MG Special", null);
        office.departs(BERT, "2026-02-05T12:00:00Z");
        office.departs(SAM, "2026-02-05T12:00:00Z");
        return book;
    }

    private void wonAndSupported() {
        found("deal-1", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 5000.00");
        qualified("deal-1", "2026-01-03T12:00:00Z");
        book.after(10);
        handsOver("deal-1", "2026-01-03T12:00:00Z", RITA, ANNA, 1, TransferCause.LEAD_QUALIFIED);
        closed("deal-1", "2026-01-11T12:00:00Z", Outcome.WON, "USD 4500.00");
        book.after(20);
        handsOver("deal-1", "2026-01-11T12:00:00Z", ANNA, SAM, 2, TransferCause.CLOSED_WON);
        inSupport("deal-1", "2026-01-11T12:00:00Z");
        takesSlot(ANNA, "deal-1", "2026-01-03T12:00:00Z");
        releasesSlot(ANNA, "deal-1", "2026-01-11T12:00:00Z");
        takesSlot(SAM, "deal-1", "2026-01-11T12:00:00Z");
    }

    private void wonAndWaiting() {
        found("deal-2", "2026-01-02T12:00:00Z", "East", "GTX Pro", "USD 1000.00");
        qualified("deal-2", "2026-01-02T12:00:00Z");
        book.after(30);
        handsOver("deal-2", "2026-01-02T12:00:00Z", RITA, ANNA, 1, TransferCause.LEAD_QUALIFIED);
        closed("deal-2", "2026-01-22T12:00:00Z", Outcome.WON, null);
        queued("deal-2", "2026-01-22T12:00:00Z", Role.CUSTOMER_SUPPORT_REPRESENTATIVE, "East");
        takesSlot(ANNA, "deal-2", "2026-01-02T12:00:00Z");
    }

    /// The close arrives before the executive's leg is walked, yet by effective time bert held it.
    private void lostAfterALateHandOff() {
        found("deal-3", "2026-01-05T12:00:00Z", "West", "MG Special", "USD 500.00");
        qualified("deal-3", "2026-01-06T12:00:00Z");
        closed("deal-3", "2026-02-04T12:00:00Z", Outcome.LOST, null);
        handsOver("deal-3", "2026-01-06T12:00:00Z", RITA, BERT, 1, TransferCause.LEAD_QUALIFIED);
        ended("deal-3", "2026-02-04T12:00:00Z", BERT, 1);
    }

    private void lostInAnotherCurrency() {
        found("deal-4", "2026-01-05T12:00:00Z", "West", "MG Special", "EUR 300.00");
        closed("deal-4", "2026-01-09T12:00:00Z", Outcome.LOST, null);
        ended("deal-4", "2026-01-09T12:00:00Z", RITA, 0);
    }

    private void qualifiedAndOpen() {
        found("deal-5", "2026-02-01T12:00:00Z", "East", "GTX Pro", "USD 700.00");
        qualified("deal-5", "2026-02-02T12:00:00Z");
        book.after(5);
        handsOver("deal-5", "2026-02-02T12:00:00Z", RITA, ANNA, 1, TransferCause.LEAD_QUALIFIED);
        takesSlot(ANNA, "deal-5", "2026-02-02T12:00:00Z");
    }
}
