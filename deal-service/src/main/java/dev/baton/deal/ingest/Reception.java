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
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/// Receives one event: applied once, replayed when it comes again, parked when it comes too early, else refused.
///
/// It is tried first and asked about afterwards: a repeat breaks the claim's key, or the deal refuses it, and only
/// then the claim is looked up.
public final class Reception {
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
            return repeated(event, digest, sender).orElseThrow(() -> claimed);
        } catch (DealRejected refusal) {
            return repeated(event, digest, sender).orElseGet(() -> wait(event, digest, sender, refusal));
        }
    }

    private Outcome apply(PostedEvent event, String digest, RecordMilestone command, Actor sender) {
        Receipt receipt = office.send(
                command, Acting.as(sender), PostedBy.attributes(event, sender.name()), claims.applied(event, digest));
        return Outcome.applied(receipt.deal(), receipt.version()).warning(likelyDuplicates(command));
    }

    /// Who finds a lead that is likely to be on its way already is told; a repetition is not told again.
    private List<String> likelyDuplicates(RecordMilestone command) {
        return command instanceof RecordLeadFound found
                ? customers.likelyDuplicates(found.deal(), found.lead())
                : List.of();
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
            return repeated(event, digest, sender).orElseThrow(() -> claimed);
        }
        return claims.find(event.source(), event.id()).map(Outcome::parked).orElseThrow(() -> refusal);
    }
}
