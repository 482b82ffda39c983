package dev.baton.deal.recognition;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.lanes.DealLanes;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.deal.lifecycle.ProspectingCommand.ReturnLead;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who declines a lead because it is none has returned it. Seen twice, the deal refuses the second time, as it does
/// when
/// it has moved on meanwhile: the answer came too late to matter.
public final class WhenOfferIsDeclinedAsNotQualifiedThenReturnLead implements EventBatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WhenOfferIsDeclinedAsNotQualifiedThenReturnLead.class);
    private static final String DECLINED = "baton.responsibility.offer-declined.v1";

    private final EventCodec codec;
    private final DealOffice office;
    private final DealLanes lanes;

    public WhenOfferIsDeclinedAsNotQualifiedThenReturnLead(EventCodec codec, DealOffice office, DealLanes lanes) {
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
        lanes.each(declines, EventEnvelope::subject, this::giveBack);
    }

    private void giveBack(EventEnvelope event) {
        var declined = (OfferDeclined) codec.decode(event.type(), event.data());
        if (declined.ground() != Ground.NOT_QUALIFIED || declined.by().role() != Role.ACCOUNT_EXECUTIVE) {
            return;
        }
        String reason = declined.reason() == null ? Ground.NOT_QUALIFIED.name() : declined.reason();
        Actor executive = Actor.person(declined.by().member(), Role.ACCOUNT_EXECUTIVE);
        try {
            office.send(new ReturnLead(event.subject(), reason), Acting.as(executive), Caused.by(event));
        } catch (DealRejected movedOn) {
            LOG.info("deal {} is not returned: {}", event.subject(), movedOn.getMessage());
        }
    }
}
