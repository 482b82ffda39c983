package dev.baton.roles.handoff;

import static dev.baton.roles.handoff.ForgedHoldings.TRANSFER;

import dev.baton.cli.proof.LogEvent;
import dev.baton.roles.handoff.Forger.Forged;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// When something took effect, and because of what, forged.
final class ForgedTimes {
    /// Beyond what clocks may differ by.
    private static final Duration SHIFT = Duration.ofHours(3);

    private ForgedTimes() {}

    static Optional<Forged> later(Forger forger, Optional<LogEvent> row) {
        return row.map(found -> forger.retime(found, found.time().plus(SHIFT)));
    }

    static Optional<Forged> earlier(Forger forger, Optional<LogEvent> row) {
        return row.map(found -> forger.retime(found, found.time().minus(SHIFT)));
    }

    static Optional<Forged> causedLater(Forger forger) {
        return later(forger, caused(forger));
    }

    static Optional<Forged> causedEarlier(Forger forger) {
        return earlier(forger, caused(forger));
    }

    static Optional<Forged> forcedLater(Forger forger) {
        return later(forger, forced(forger));
    }

    static Optional<Forged> forcedEarlier(Forger forger) {
        return earlier(forger, forced(forger));
    }

    private static Optional<LogEvent> caused(Forger forger) {
        return forger.find(TRANSFER, transfer -> !transfer.cause().isEmpty());
    }

    private static Optional<LogEvent> forced(Forger forger) {
        return forger.find(TRANSFER, transfer -> transfer.cause().isEmpty() && !ForgedHoldings.isAccepted(transfer));
    }

    static Optional<Forged> acceptedEarlier(Forger forger) {
        return forger.find(TRANSFER, ForgedOffers::isByPerson).flatMap(transfer -> {
            Instant before = transfer.time().minus(SHIFT);
            Optional<Forged> first =
                    ForgedOffers.step(forger, transfer, "offer-accepted").map(yes -> forger.retime(yes, before));
            forger.retime(transfer, before);
            return first;
        });
    }

    static Optional<Forged> anotherCause(Forger forger) {
        return caused(forger)
                .map(transfer -> forger.by(transfer, UUID.randomUUID().toString(), ""));
    }
}
