package dev.baton.roles.handoff;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
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

    private @Nullable HandOff handOff;

    @Autowired
    public void setRelay(Relay relay) {
        this.relay = relay;
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
    void on(LeadDisqualified disqualified, @MetaDataValue(AT) String at) {
        end(EndCause.DISQUALIFIED, at);
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(ServiceEnded ended, @MetaDataValue(AT) String at) {
        end(EndCause.SERVICE_ENDED, at);
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
        go(now -> relay().on(now, accepted, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(
            OfferDeclined declined,
            @MetaDataValue(AT) String at,
            @MetaDataValue(value = SOMEBODY, required = true) String actor) {
        go(now -> relay().on(now, declined, Instant.parse(at)));
    }

    @SagaEventHandler(associationProperty = DEAL, associationResolver = MetaDataAssociationResolver.class)
    void on(OfferExpired expired, @MetaDataValue(AT) String at) {
        go(now -> relay().on(now, expired, Instant.parse(at)));
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
        if (moved.acceptance() == Acceptance.FORCED) {
            go(now -> relay().reassigned(now, moved, Instant.parse(at)));
        }
    }

    private void go(UnaryOperator<HandOff> on) {
        if (handOff != null) {
            handOff = on.apply(handOff);
        }
    }

    private void end(EndCause cause, String at) {
        if (handOff != null) {
            relay().end(handOff, cause, Instant.parse(at));
        }
        SagaLifecycle.end();
    }

    private Relay relay() {
        if (relay == null) {
            throw new IllegalStateException("the saga was given no relay");
        }
        return relay;
    }
}
