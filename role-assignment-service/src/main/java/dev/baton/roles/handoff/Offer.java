package dev.baton.roles.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.contract.Holder;
import java.util.UUID;

/// An offer that is out.
public record Offer(String id, Holder to) {

    /// The same deal, holding and attempt give the same offer, so that a step done again is the same step.
    static Offer of(HandOff handOff, Holder to) {
        String name = handOff.deal() + "/" + handOff.holding().nextEpoch() + "/" + handOff.offers();
        return new Offer(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(), to);
    }
}
