package dev.baton.deal.recognition;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.lanes.DealLanes;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.ClosingCommand.RejectHandover;
import dev.baton.deal.lifecycle.DealRejected;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Support that declines a deal because of its package has rejected the hand-over. The deal remembers the offer, so
/// that
/// seen
/// twice nothing follows; when it has moved on meanwhile it refuses, and the answer came too late to matter.
public final class WhenOfferIsDeclinedAsIncompleteThenRejectHandover implements EventBatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WhenOfferIsDeclinedAsIncompleteThenRejectHandover.class);
    private static final String DECLINED = "baton.responsibility.offer-declined.v1";

    private final EventCodec codec;
    private final DealOffice office;
    private final DealLanes lanes;

    public WhenOfferIsDeclinedAsIncompleteThenRejectHandover(EventCodec codec, DealOffice office, DealLanes lanes) {
        this.codec = codec;
        this.office = office;
        this.lanes = lanes;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        List<EventEnvelope> declines = batch.stream()
                .map(ReceivedEvent::envelope)
                .filter(event -> event.type().equals(DECLINED))
                .toList();
        lanes.each(declines, EventEnvelope::subject, this::reject);
    }

    private void reject(EventEnvelope event) {
        var declined = (OfferDeclined) codec.decode(event.type(), event.data());
        if (declined.ground() != Ground.PACKAGE_INCOMPLETE || declined.by().role() != CUSTOMER_SUPPORT_REPRESENTATIVE) {
            return;
        }
        String missing = declined.reason() == null ? Ground.PACKAGE_INCOMPLETE.name() : declined.reason();
        Actor support = Actor.person(declined.by().member(), CUSTOMER_SUPPORT_REPRESENTATIVE);
        try {
            office.send(
                    new RejectHandover(event.subject(), List.of(missing), declined.offer()),
                    Acting.as(support),
                    Caused.by(event));
        } catch (DealRejected movedOn) {
            LOG.info("the package of deal {} is not rejected: {}", event.subject(), movedOn.getMessage());
        }
    }
}
