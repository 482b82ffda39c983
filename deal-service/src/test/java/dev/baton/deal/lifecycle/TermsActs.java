package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Talks.AXEL;
import static dev.baton.deal.lifecycle.Talks.EVERYTHING;
import static dev.baton.deal.lifecycle.Talks.ID;
import static dev.baton.deal.lifecycle.Talks.MARIA;
import static dev.baton.deal.lifecycle.Talks.NOOR;
import static dev.baton.deal.lifecycle.Talks.NOW;
import static dev.baton.deal.lifecycle.Talks.act;
import static dev.baton.deal.lifecycle.Talks.context;
import static dev.baton.deal.lifecycle.Talks.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.Talks.Act;
import dev.baton.deal.lifecycle.TermsCommand.AgreePlan;
import dev.baton.deal.lifecycle.TermsCommand.DraftPlan;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.ProposePlan;
import dev.baton.deal.lifecycle.TermsCommand.RecordConstraint;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestPlan;
import java.time.Instant;
import java.util.List;

/// What people ask of a deal that is being talked about, and what comes of it.
final class TermsActs {
    static final Act NEED = act(AXEL, new RecordNeed(ID, "a faster line"));
    static final Act CONSTRAINT = act(AXEL, new RecordConstraint(ID, "before March"));
    static final Act ASK_FOR_PLAN = act(AXEL, new RequestPlan(ID, "noor", null));
    static final Act DRAFT = act(NOOR, new DraftPlan(ID, "in two steps", List.of(item("N1", "C1"))));
    static final Act PROPOSE = act(NOOR, new ProposePlan(ID, 1));
    static final Act SIGN = act(NOOR, new AgreePlan(ID, 1, "Ann Reed"));
    static final Act ASK_FOR_APPROVAL = act(AXEL, new RequestApproval(ID, null, null));
    static final Act GRANT = act(MARIA, new GrantApproval(ID, 1, null));
    static final Act AGREE = act(AXEL, new AgreeTerms(ID, null, null));

    private TermsActs() {}

    static List<DealEvent> due(DealState state, RequestKind kind) {
        return due(state, kind, 1);
    }

    static List<DealEvent> due(DealState state, RequestKind kind, int weeks) {
        Instant later = NOW.plusSeconds(weeks * 7 * 24 * 3600L);
        return DealDecisions.decide(
                state, new EscalateRequest(ID, kind, 1), context(Actor.client("baton"), EVERYTHING, later));
    }

    static List<DealEvent> decided(DealState state, Act act) {
        return DealDecisions.decide(state, act.command(), context(act.actor(), EVERYTHING));
    }

    static DealRejected refused(DealState state, Act act, String code) {
        var refusal = catchThrowableOfType(DealRejected.class, () -> decided(state, act));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
