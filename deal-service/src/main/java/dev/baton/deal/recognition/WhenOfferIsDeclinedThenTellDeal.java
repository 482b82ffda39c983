package dev.baton.deal.recognition;

import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.ClosingCommand.RejectHandover;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.deal.lifecycle.PersonsCommand;
import dev.baton.deal.lifecycle.ProspectingCommand.ReturnLead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whoever declines a lead because it is none has returned it; support that declines a deal because
/// of its package has rejected the hand-over.
///
/// Seen twice, nothing follows the second time: the deal remembers the offer. A deal that has moved on
/// meanwhile refuses as well; the answer came too late to matter.
public final class WhenOfferIsDeclinedThenTellDeal implements Policy {
    private static final Logger LOG = LoggerFactory.getLogger(WhenOfferIsDeclinedThenTellDeal.class);

    private final EventCodec codec;
    private final DealOffice office;

    public WhenOfferIsDeclinedThenTellDeal(EventCodec codec, DealOffice office) {
        this.codec = codec;
        this.office = office;
    }

    @Override
    public Set<String> types() {
        return Set.of("baton.responsibility.offer-declined.v1");
    }

    @Override
    public void follow(EventEnvelope event) {
        var declined = (OfferDeclined) codec.decode(event.type(), event.data());
        consequence(event.subject(), declined).ifPresent(command -> send(command, declined, event));
    }

    private static Optional<PersonsCommand> consequence(String deal, OfferDeclined declined) {
        Role role = declined.by().role();
        String reason = declined.reasonOr(String.valueOf(declined.ground()));
        if (declined.ground() == Ground.NOT_QUALIFIED && role == Role.ACCOUNT_EXECUTIVE) {
            return Optional.of(new ReturnLead(deal, reason, declined.offer()));
        }
        return declined.ground() == Ground.PACKAGE_INCOMPLETE && role == Role.CUSTOMER_SUPPORT_REPRESENTATIVE
                ? Optional.of(new RejectHandover(deal, List.of(reason), declined.offer()))
                : Optional.empty();
    }

    private void send(PersonsCommand command, OfferDeclined declined, EventEnvelope event) {
        Actor decliner = Actor.person(declined.by().member(), declined.by().role());
        try {
            office.send(command, Acting.as(decliner), Caused.by(event));
        } catch (DealRejected movedOn) {
            LOG.info("deal {} takes no notice of a declined offer: {}", event.subject(), movedOn.getMessage());
        }
    }
}
