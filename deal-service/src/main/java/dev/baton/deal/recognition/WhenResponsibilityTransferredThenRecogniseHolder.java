package dev.baton.deal.recognition;

import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import java.util.Set;

/// Authority over a deal changes in the deal itself: a transfer that was read is a command to it. Seen twice, it is a
/// command twice; an epoch that is not newer appends nothing.
public final class WhenResponsibilityTransferredThenRecogniseHolder implements Policy {
    private final EventCodec codec;
    private final DealOffice office;

    public WhenResponsibilityTransferredThenRecogniseHolder(EventCodec codec, DealOffice office) {
        this.codec = codec;
        this.office = office;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "baton.responsibility.responsibility-transferred.v1",
                "baton.responsibility.responsibility-reopened.v1");
    }

    @Override
    public void follow(EventEnvelope event) {
        RecogniseHolder next = switch (codec.decode(event.type(), event.data())) {
            case ResponsibilityTransferred moved -> new RecogniseHolder(event.subject(), moved.to(), moved.epoch());
            case ResponsibilityReopened again -> new RecogniseHolder(event.subject(), again.holder(), again.epoch());
            default -> throw new IllegalStateException(event.type() + " begins no holding");
        };
        office.send(next, Acting.as(Actor.client(event.source())), Caused.by(event));
    }
}
