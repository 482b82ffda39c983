package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
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
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.Leg.Stage;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.MetaDataAssociationResolver;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/// Carries one deal's baton from the first holder to support.
///
/// What the saga did itself it need not hear again: of the answers to offers and of transfers it sees only those
/// that somebody made, and those alone carry an `actor`.
@Saga
@ProcessingGroup(HandOffSaga.GROUP)
public class HandOffSaga {
    public static final String GROUP = "hand-off";

    private static final String DEAL = "subject";
    private static final String AT = "occurredat";
    private static final String SOMEBODY = "actor";

    private transient @Nullable Relay relay;

    private transient @Nullable PastHandOffs pastHandOffs;

    private @Nullable HandOff handOff;

    @Autowired
    public void setRelay(Relay relay) {
        this.relay = relay;
    }

    @Autowired
    public void setPastHandOffs(PastHandOffs pastHandOffs) {
        this.pastHandOffs = pastHandOffs;
    }

    @StartSaga
    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(LeadFound lead, @MetaDataValue(DEAL) String deal, @MetaDataValue(AT) String at) {
        if (handOff == null) {
            handOff = relay().begin(deal, lead, Instant.parse(at));
        }
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(LeadQualified qualified, @MetaDataValue(AT) String at) {
        go(now -> relay().on(now, qualified, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(Negotiated negotiated, @MetaDataValue(AT) String at) {
        go(now -> relay().on(now, negotiated, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(Closed closed, @MetaDataValue(AT) String at) {
        switch (closed.outcome()) {
            case WON -> go(now -> relay().won(now, Instant.parse(at)));
            case LOST -> end(EndCause.CLOSED_LOST, at);
        }
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(LeadRecycled recycled, @MetaDataValue(AT) String at) {
        go(now -> relay().asking(now, recycled, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(NurtureDue due, @MetaDataValue(AT) String at) {
        go(now -> relay().asking(now, due, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(OnboardingCompleted completed, @MetaDataValue(AT) String at) {
        go(now -> relay().asking(now, completed, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(CaseOpened opened, @MetaDataValue(AT) String at) {
        go(now -> relay().asking(now, opened, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(CaseResolved resolved, @MetaDataValue(AT) String at) {
        go(now -> relay().asking(now, resolved, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(LeadReturned returned, @MetaDataValue(AT) String at) {
        go(now -> relay().wayBack().returned(now, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(DealPutOnHold held, @MetaDataValue(AT) String at) {
        go(now -> relay().onHold(now, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(DealResumed resumed, @MetaDataValue(AT) String at) {
        go(now -> relay().resumed(now, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(DealMerged merged, @MetaDataValue(AT) String at) {
        end(EndCause.MERGED, at);
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(CloseReversed reversed, @MetaDataValue(AT) String at) {
        switch (reversed.kind()) {
            case BOOKED_IN_ERROR ->
                go(now -> relay().wayBack()
                        .reversed(
                                now,
                                reversed.closedBy(),
                                new Holder(Role.SALES_MANAGER, reversed.requestedBy()),
                                Instant.parse(at)));
            case CLIENT_CANCELLED -> end(EndCause.CANCELLED, at);
        }
    }

    /// A deal that was lost before sagas stayed has none: what it would remember is in the log.
    @StartSaga
    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(DealReopened reopened, @MetaDataValue(DEAL) String deal, @MetaDataValue(AT) String at) {
        HandOff now = handOff == null ? past(deal) : handOff;
        if (now != null) {
            handOff = relay().wayBack()
                    .reopened(
                            now,
                            Stage.reachedAt(reopened.stage()),
                            reopened.earlier(),
                            reopened.by(),
                            Instant.parse(at));
        }
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(HandoverRejected rejected, @MetaDataValue(AT) String at) {
        go(now -> relay().answers().on(now, rejected, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(HandoverPrepared prepared, @MetaDataValue(AT) String at) {
        go(now -> relay().answers().prepared(now, Instant.parse(at)));
    }

    /// Asked anew, the package counts as complete.
    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(HandoverRequested requested, @MetaDataValue(AT) String at) {
        go(now -> relay().answers().prepared(now, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(LeadDisqualified disqualified, @MetaDataValue(AT) String at) {
        end(EndCause.DISQUALIFIED, at);
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(ServiceEnded ended, @MetaDataValue(AT) String at) {
        end(EndCause.SERVICE_ENDED, at);
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(DealCorrected corrected, @MetaDataValue(AT) String at) {
        if (handOff != null) {
            relay().correct(handOff, corrected, Instant.parse(at));
        }
    }

    /// A deal that is over may be taken up again, and goes by it then.
    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(AssignmentCorrected corrected, @MetaDataValue(AT) String at) {
        if (handOff != null) {
            handOff = relay().on(handOff, corrected, Instant.parse(at));
        }
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(AssignmentWoken woken, @MetaDataValue(AT) String at) {
        go(now -> relay().woken(now, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(
            OfferAccepted accepted,
            @MetaDataValue(AT) String at,
            @MetaDataValue(value = SOMEBODY, required = true) String actor) {
        go(now -> relay().answers().on(now, accepted, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(
            OfferDeclined declined,
            @MetaDataValue(AT) String at,
            @MetaDataValue(value = SOMEBODY, required = true) String actor) {
        go(now -> relay().answers().on(now, declined, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(OfferExpired expired, @MetaDataValue(AT) String at) {
        go(now -> relay().answers().on(now, expired, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(RehomingBegun begun, @MetaDataValue(AT) String at) {
        go(now -> relay().on(now, begun, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(
            ResponsibilityTransferred moved,
            @MetaDataValue(AT) String at,
            @MetaDataValue(value = SOMEBODY, required = true) String actor) {
        if (moved.acceptance() == Acceptance.FORCED && handOff != null) {
            handOff = relay().reassigned(handOff, moved, Instant.parse(at));
        }
    }

    /// A saga with that memory.
    public static HandOffSaga remembering(HandOff handOff) {
        HandOffSaga saga = new HandOffSaga();
        saga.handOff = handOff;
        return saga;
    }

    public @Nullable HandOff remembered() {
        return handOff;
    }

    private void go(UnaryOperator<HandOff> on) {
        if (handOff != null && handOff.over() == null) {
            handOff = on.apply(handOff);
        }
    }

    /// A lost deal may be taken up again, so its saga stays and rests.
    private void end(EndCause cause, String at) {
        go(now -> relay().end(now, cause, Instant.parse(at)));
    }

    private @Nullable HandOff past(String deal) {
        return pastHandOffs == null ? null : pastHandOffs.of(deal);
    }

    private Relay relay() {
        if (relay == null) {
            throw new IllegalStateException("the saga was given no relay");
        }
        return relay;
    }
}
