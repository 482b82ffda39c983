package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.deal.lifecycle.Deals.AXEL;
import static dev.baton.deal.lifecycle.Deals.EUR_900;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.RITA;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.found;
import static dev.baton.deal.lifecycle.Deals.lead;
import static dev.baton.deal.lifecycle.Deals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent.InteractionKind;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.DueCommand.BreachSla;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The time that a pipeline sets: a working day to speak with somebody, two weeks in each stage; working hours are
/// Monday to Friday, nine to five, UTC.
class SlaDecisionsTest {
    /// A Monday, and long after anything in these tests has happened.
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static final InteractionLogged CALL = new InteractionLogged(InteractionKind.CALL, "spoke", null);

    @Test
    void a_stage_has_its_working_time_from_when_baton_knew_of_it() {
        DealState state = told(unknown(), "2026-03-02T09:00:00Z", found(EUR_900));
        assertThat(Deadline.in((DealState.Known) state, STANDARD))
                .containsExactly(new Deadline(Deadline.Kind.STAGE_LIMIT, at("2026-03-13T17:00:00Z")));
        assertThat(asked(state, Sla.STAGE_LIMIT, "2026-03-13T16:59:59Z")).isEmpty();
    }

    @Test
    void a_stage_that_is_not_left_in_time_is_said_once_and_goes_to_the_manager() {
        DealState state = told(
                told(unknown(), "2026-03-02T09:00:00Z", lead(EUR_900).foundUnder(1, RITA)),
                "2026-03-02T10:00:00Z",
                CALL);
        List<DealEvent> breach = asked(state, Sla.STAGE_LIMIT, "2026-03-13T17:00:00Z");
        assertThat(breach)
                .containsExactly(new SlaBreached(
                        Sla.STAGE_LIMIT, Stage.PROSPECTING, MONDAY, at("2026-03-13T17:00:00Z"), RITA, "steward"));
        DealState late = told(state, "2026-03-13T17:00:01Z", breach.getFirst());
        assertThat(asked(late, Sla.STAGE_LIMIT, "2026-04-01T09:00:00Z")).isEmpty();
        assertThat(Deadline.in((DealState.Known) late, STANDARD)).isEmpty();
    }

    @Test
    void nobody_is_told_of_their_own_lateness_as_a_manager() {
        DealState state = told(unknown(), "2026-03-02T09:00:00Z", found(EUR_900));
        assertThat(asked(state, Sla.STAGE_LIMIT, "2026-03-13T17:00:00Z"))
                .containsExactly(new SlaBreached(
                        Sla.STAGE_LIMIT,
                        Stage.PROSPECTING,
                        MONDAY,
                        at("2026-03-13T17:00:00Z"),
                        new Holder(Role.SALES_MANAGER, "steward"),
                        null));
    }

    @Test
    void each_stage_has_a_time_of_its_own_also_one_that_is_entered_again() {
        DealState state = told(negotiating(), "2026-03-10T09:00:00Z", new Negotiated(EUR_900, null));
        state = told(state, "2026-03-11T09:00:00Z", new TermsReopened("the customer wants less"));
        assertThat(Deadline.in((DealState.Known) state, STANDARD))
                .containsExactly(new Deadline(Deadline.Kind.STAGE_LIMIT, at("2026-03-24T17:00:00Z")));
    }

    @Test
    void a_clock_stands_still_on_hold_and_has_as_much_left_afterwards() {
        DealState state = told(
                negotiating(),
                "2026-03-06T13:00:00Z",
                new DealPutOnHold(Stage.NEGOTIATING, LocalDate.parse("2026-04-30"), "moves house"));
        assertThat(Deadline.in((DealState.Known) state, STANDARD)).isEmpty();
        assertThat(asked(state, Sla.STAGE_LIMIT, "2026-04-20T09:00:00Z")).isEmpty();
        state = told(state, "2026-04-03T20:00:00Z", new DealResumed(Stage.NEGOTIATING, ResumeCause.PERSON, "axel"));
        // 36 of 80 hours had passed: 44 are left from Monday, 6 April, on.
        assertThat(Deadline.in((DealState.Known) state, STANDARD))
                .containsExactly(new Deadline(Deadline.Kind.STAGE_LIMIT, at("2026-04-13T13:00:00Z")));
    }

    @Test
    void a_representative_has_their_time_from_when_they_have_the_lead() {
        DealState state = told(unknown(), "2026-03-02T09:00:00Z", found(EUR_900));
        assertThat(((DealState.Known) state).dossier().clocks().firstResponse()).isNull();
        state = told(state, "2026-03-02T12:00:00Z", new HolderRecognised(RITA, 1));
        assertThat(asked(state, Sla.FIRST_RESPONSE, "2026-03-03T11:59:59Z")).isEmpty();
        assertThat(asked(state, Sla.FIRST_RESPONSE, "2026-03-03T12:00:00Z"))
                .containsExactly(new SlaBreached(
                        Sla.FIRST_RESPONSE,
                        null,
                        at("2026-03-02T12:00:00Z"),
                        at("2026-03-03T12:00:00Z"),
                        RITA,
                        "steward"));
    }

    @Test
    void whoever_has_spoken_with_the_lead_has_responded() {
        DealState state = told(unknown(), "2026-03-02T09:00:00Z", lead(EUR_900).foundUnder(1, RITA));
        state = told(state, "2026-03-02T10:00:00Z", CALL);
        assertThat(asked(state, Sla.FIRST_RESPONSE, "2026-03-31T10:00:00Z")).isEmpty();
    }

    @Test
    void somebody_speaks_with_the_customer_within_their_time_after_the_close() {
        DealState won = told(negotiating(), "2026-03-10T09:00:00Z", new Negotiated(EUR_900, null));
        won = told(won, "2026-03-11T09:00:00Z", new Closed(Outcome.WON, null, null, null));
        assertThat(asked(won, Sla.FIRST_CONTACT, "2026-03-11T17:00:00Z"))
                .containsExactly(new SlaBreached(
                        Sla.FIRST_CONTACT,
                        null,
                        at("2026-03-11T09:00:00Z"),
                        at("2026-03-11T17:00:00Z"),
                        AXEL,
                        "steward"));
        assertThat(asked(told(won, "2026-03-11T10:00:00Z", CALL), Sla.FIRST_CONTACT, "2026-03-20T17:00:00Z"))
                .isEmpty();
    }

    @Test
    void where_the_pipeline_sets_no_time_nobody_is_late() {
        DealState state = told(unknown(), "2026-03-02T09:00:00Z", lead(EUR_900).foundUnder(1, RITA));
        Pipeline without = Deals.within(STANDARD, SlaRules.NONE);
        assertThat(Deadline.in((DealState.Known) state, without)).isEmpty();
        DealContext later = new DealContext(at("2027-01-01T00:00:00Z"), Actor.client("baton"), without, null);
        assertThat(Deals.decide(state, new BreachSla(ID, Sla.STAGE_LIMIT), later))
                .isEmpty();
    }

    private static DealState negotiating() {
        DealState state = told(unknown(), "2026-03-02T09:00:00Z", lead(EUR_900).foundUnder(1, RITA));
        state = told(state, "2026-03-02T09:00:00Z", new LeadQualified(null, null, EVIDENCE));
        state = told(state, "2026-03-02T09:00:00Z", new HolderRecognised(AXEL, 1));
        assertThat(AXEL.role()).isEqualTo(ACCOUNT_EXECUTIVE);
        return told(state, "2026-03-02T09:00:00Z", new NegotiationOpened());
    }

    /// What happened long ago is stored now: only that counts.
    private static DealState told(DealState state, String recorded, DealEvent event) {
        return state.told(event, Instant.parse("2017-01-01T00:00:00Z"), at(recorded));
    }

    private static List<DealEvent> asked(DealState state, Sla sla, String now) {
        return Deals.decide(
                state, new BreachSla(ID, sla), new DealContext(at(now), Actor.client("baton"), STANDARD, null));
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
