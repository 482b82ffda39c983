package dev.baton.deal.ingest;

import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.CustomerDeals;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.claim.Claim;
import dev.baton.deal.claim.Claims;
import dev.baton.deal.event.EventDigest;
import dev.baton.deal.event.MilestoneCommands;
import dev.baton.deal.event.PostedEvent;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.deal.lifecycle.RecordMilestone;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.parked.PostedBy;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/// Receives one event: applied once, replayed when it comes again, parked when it comes too early, else refused.
///
/// It is tried first and asked about afterwards: a repeat breaks the claim's key, or the deal refuses it, and only
/// then the claim is looked up.
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final MilestoneCommands commands;
    private final DealOffice office;
    private final Claims claims;
    private final WaitingRoom waitingRoom;
    private final CustomerDeals customers;

    public Reception(
            MilestoneCommands commands,
            DealOffice office,
            Claims claims,
            WaitingRoom waitingRoom,
            CustomerDeals customers) {
        this.commands = commands;
        this.office = office;
        this.claims = claims;
        this.waitingRoom = waitingRoom;
        this.customers = customers;
    }

    Outcome receive(PostedEvent event, Actor sender) {
        RecordMilestone command = commands.of(event);
        String digest = EventDigest.of(event);
        try {
            return apply(event, digest, command, sender);
        } catch (DuplicateKeyException claimed) {
            return repeated(event, digest, sender).orElseThrow(() -> freeAgain(claimed));
        } catch (DealRejected refusal) {
            return repeated(event, digest, sender).orElseGet(() -> wait(event, digest, sender, refusal));
        }
    }

    private Outcome apply(PostedEvent event, String digest, RecordMilestone command, Actor sender) {
        Receipt receipt = office.send(
                command, Acting.as(sender), PostedBy.attributes(event, sender.name()), claims.applied(event, digest));
        Outcome applied = Outcome.applied(receipt.deal(), receipt.version());
        return command instanceof RecordLeadFound found ? warned(applied, found) : applied;
    }

    /// Who finds a lead that is likely to be on its way already is told; a repetition is not told
    /// again. Asked once it is stored, so that of two that come at the same moment one is told of
    /// the other; that it is stored stays true when it cannot be asked.
    private Outcome warned(Outcome applied, RecordLeadFound found) {
        try {
            return applied.warning(customers.likelyDuplicates(found.deal(), found.lead()));
        } catch (RuntimeException away) {
            LOG.warn("lead {} was stored, and its likely duplicates could not be asked", found.deal(), away);
            return applied.unasked();
        }
    }

    private Optional<Outcome> repeated(PostedEvent event, String digest, Actor sender) {
        Optional<Claim> claim = claims.find(event.source(), event.id());
        if (claim.isPresent() && !claim.get().digest().equals(digest)) {
            claims.keepConflict(event, sender.name());
            throw EventReused.of(event);
        }
        return claim.map(Outcome::repeated);
    }

    private Outcome wait(PostedEvent event, String digest, Actor sender, DealRejected refusal) {
        if (refusal.ground() != DealRejected.Ground.TOO_EARLY) {
            throw refusal;
        }
        try {
            waitingRoom.admit(event, sender.name(), refusal);
        } catch (DuplicateKeyException claimed) {
            return repeated(event, digest, sender).orElseThrow(() -> freeAgain(claimed));
        }
        return parked(event, refusal);
    }

    /// It waits, or has been applied by now; that it was taken stays true when it cannot be asked
    /// which.
    private Outcome parked(PostedEvent event, DealRejected refusal) {
        Optional<Claim> claim;
        try {
            claim = claims.find(event.source(), event.id());
        } catch (RuntimeException away) {
            LOG.warn("{} {} waits, and whether it does so still could not be asked", event.source(), event.id(), away);
            return Outcome.parked(event.deal());
        }
        return claim.map(Outcome::parked).orElseThrow(() -> refusal);
    }

    /// Whoever held the claim did not keep it.
    private static ConcurrencyException freeAgain(DuplicateKeyException claimed) {
        return new ConcurrencyException("the claim was taken, and is free again", claimed);
    }
}
