package dev.baton.deal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.deal.terms.LedgerEntry;
import dev.baton.deal.terms.TermsRules;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// What holds of a deal at every moment of every life.
final class Invariants {
    private Invariants() {}

    static void hold(DealState before, DealEvent event, DealState after, DealContext context) {
        if (after instanceof DealState.Known known) {
            ofState(known);
        }
        if (before instanceof DealState.Known was && after instanceof DealState.Known is) {
            holdersFollowRecognition(was, event, is);
            attemptsFollowReopening(was, event, is);
            clocksRunForStages(is);
            ofEvent(was, event, context);
        } else {
            assertThat(event).isInstanceOf(LeadFound.class);
        }
    }

    private static void ofState(DealState.Known state) {
        Set<Milestone> reached = state.dossier().reached().keySet();
        assertThat(reached).contains(Milestone.LEAD_FOUND);
        switch (state) {
            case Agreed _ -> assertThat(reached).contains(Milestone.NEGOTIATED);
            case Won _, InSupport _, Ended _ -> {
                assertThat(reached).contains(Milestone.CLOSED);
                assertThat(state.dossier().value()).isNotNull();
                assertThat(state.dossier().course().closedBy()).isNotNull();
            }
            case Lost _ -> assertThat(reached).contains(Milestone.CLOSED);
            case Prospecting _, Nurturing _, Disqualified _ ->
                assertThat(reached).isEqualTo(EnumSet.of(Milestone.LEAD_FOUND));
            case Qualified _, Negotiating _, OnHold _, Merged _ ->
                assertThat(reached).doesNotContain(Milestone.CLOSED, Milestone.HANDED_TO_SUPPORT);
        }
    }

    private static void holdersFollowRecognition(DealState.Known before, DealEvent event, DealState.Known after) {
        if (event instanceof HolderRecognised recognised) {
            assertThat(recognised.epoch()).isGreaterThan(before.dossier().epoch());
            assertThat(after.dossier().holder()).isEqualTo(recognised.holder());
        } else {
            assertThat(after.dossier().holder()).isEqualTo(before.dossier().holder());
            assertThat(after.dossier().epoch()).isEqualTo(before.dossier().epoch());
        }
    }

    private static void attemptsFollowReopening(DealState.Known before, DealEvent event, DealState.Known after) {
        int more = event instanceof DealReopened ? 1 : 0;
        assertThat(after.dossier().course().attempt())
                .isEqualTo(before.dossier().course().attempt() + more);
    }

    /// Whoever holds an open deal has a clock for its stage, and it stands still exactly while the deal is on hold.
    private static void clocksRunForStages(DealState.Known state) {
        SlaClocks clocks = state.dossier().clocks();
        boolean open = state instanceof DealState.Open || state instanceof OnHold;
        assertThat(clocks.stage() != null).isEqualTo(open);
        if (clocks.stage() != null) {
            assertThat(clocks.stage().stopped() != null).isEqualTo(state instanceof OnHold);
        }
        if (clocks.firstResponse() != null) {
            assertThat(SlaClocks.stage(state)).isEqualTo(Stage.PROSPECTING);
        }
        if (clocks.firstContact() != null) {
            assertThat(state).isInstanceOf(DealState.Sold.class);
        }
    }

    /// Said once for each clock, while the deal does not rest, and not before its time.
    private static void late(DealState.Known before, SlaBreached breached, DealContext context) {
        SlaClock clock = Objects.requireNonNull(before.dossier().clocks().of(breached.sla()));
        assertThat(clock.breached()).isFalse();
        assertThat(before).isNotInstanceOf(OnHold.class);
        assertThat(breached.due()).isAfter(breached.since()).isBeforeOrEqualTo(context.now());
        assertThat(breached.escalatedTo()).isNotEqualTo(breached.holder().member());
    }

    private static void ofEvent(DealState.Known before, DealEvent event, DealContext context) {
        Dossier deal = before.dossier();
        switch (event) {
            case Closed closed when closed.outcome() == Outcome.WON -> nothingSkipped(deal, context.rules());
            case CloseReversed reversed -> assertThat(reversed.approvedBy()).isNotEqualTo(reversed.requestedBy());
            case DealReopened again -> assertThat(again.stage()).isLessThanOrEqualTo(Stage.NEGOTIATING);
            case SlaBreached late -> late(before, late, context);
            case RuleOverridden rule ->
                assertThat(rule.by()).isNotEqualTo(deal.holder().member());
            case DealPutOnHold hold -> within(deal, hold.reviewDate(), 92, Rule.HOLD_TOO_LONG, context);
            case LeadRecycled until -> within(deal, until.returnDate(), 366, Rule.RETURN_TOO_LATE, context);
            case HandedToSupport handed -> {
                assertThat(deal.holder().role()).isEqualTo(Role.CUSTOMER_SUPPORT_REPRESENTATIVE);
                assertThat(handed.member()).isEqualTo(deal.holder().member());
            }
            case Negotiated _ -> termsInOrder(before, deal, context);
            case ApprovalGranted granted -> {
                assertThat(granted.by())
                        .isNotEqualTo(deal.terms().approval().requestedBy())
                        .isNotEqualTo(deal.terms().ledger().standing().by());
            }
            case ForecastAdjusted adjusted -> {
                ForecastCall call = Objects.requireNonNull(deal.progress().call());
                assertThat(adjusted.number()).isEqualTo(call.submitted().number());
                assertThat(adjusted.by()).isNotEqualTo(call.submitted().by());
            }
            default -> {}
        }
    }

    /// Unless it is told late, or a manager has overridden the rule.
    private static void termsInOrder(DealState.Known before, Dossier deal, DealContext context) {
        TermsRules rules = context.rules().terms();
        if (before instanceof DealState.Open
                && rules.planRequired()
                && !deal.course().isPast(Milestone.NEGOTIATED)) {
            boolean overridden =
                    deal.passes(Rule.PLAN_NOT_AGREED.code()) || deal.passes(Rule.PLAN_OF_ANOTHER_OFFER.code());
            assertThat(deal.terms().agreedPlan() != null || overridden).isTrue();
        }
        LedgerEntry.Offer offer = deal.terms().ledger().standing();
        if (before instanceof DealState.Open
                && offer != null
                && !rules.approvalGrounds(offer).isEmpty()) {
            assertThat(deal.terms().approved()).isTrue();
        }
    }

    private static void nothingSkipped(Dossier deal, Pipeline pipeline) {
        if (!deal.passes(Rule.PREDECESSOR_MISSING.code())) {
            assertThat(deal.reached().keySet()).containsAll(pipeline.requiredBefore(Milestone.CLOSED));
        }
    }

    private static void within(Dossier deal, LocalDate day, int days, Rule rule, DealContext context) {
        assertThat(day).isAfter(context.today());
        if (!deal.passes(rule.code())) {
            assertThat(day).isBeforeOrEqualTo(context.today().plusDays(days));
        }
    }
}
