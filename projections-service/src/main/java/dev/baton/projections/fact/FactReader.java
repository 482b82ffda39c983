package dev.baton.projections.fact;

import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.MalformedEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.responsibility.ResponsibilityEvent;

/// Reads what an envelope carries.
///
/// An event that cannot be read is refused rather than left out: a row that was folded without it would be wrong
/// and look right.
public final class FactReader {
    private final EventCodec codec;

    public FactReader(EventCodec codec) {
        this.codec = codec;
    }

    /// @throws dev.baton.contract.UnknownEventType when the catalogue does not know the type
    /// @throws MalformedEvent when the data does not fit the type, or the type does not belong here
    public Fact read(EventEnvelope envelope) {
        return switch (codec.decode(envelope.type(), envelope.data())) {
            case DealEvent event -> new DealFact(envelope, event);
            case ResponsibilityEvent event -> new ResponsibilityFact(envelope, event);
            case MemberEvent event -> new MemberFact(envelope, event);
            default -> throw new MalformedEvent("", envelope.type() + " belongs to no topic that is read here", null);
        };
    }
}
