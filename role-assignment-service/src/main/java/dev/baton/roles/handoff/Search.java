package dev.baton.roles.handoff;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The search for who takes the present leg.
///
/// @param offer waits for a person's answer
/// @param queued waits for a place
/// @param decliners said no to this leg
public record Search(@Nullable Offer offer, boolean queued, Set<String> decliners) {
    static final Search FRESH = new Search(null, false, Set.of());

    boolean offered(String id) {
        return offer != null && offer.id().equals(id);
    }

    Search offering(Offer made) {
        return new Search(made, false, decliners);
    }

    Search waiting() {
        return new Search(null, true, decliners);
    }

    Search woken() {
        return new Search(offer, false, decliners);
    }

    Search declinedBy(String member) {
        Set<String> more = new HashSet<>(decliners);
        more.add(member);
        return new Search(null, false, more);
    }
}
