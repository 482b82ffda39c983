package dev.baton.roles.handoff;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The search for who takes the present leg.
///
/// @param offer waits for a person's answer
/// @param queued waits for a place
/// @param decliners said no to this leg
/// @param missed let an offer of this leg expire
/// @param manager was asked to decide; nobody else is asked any more
public record Search(
        @Nullable Offer offer,
        boolean queued,
        Set<String> decliners,
        @Nullable Set<String> missed,
        @Nullable String manager) {
    static final Search FRESH = new Search(null, false, Set.of(), Set.of(), null);

    boolean offered(String id) {
        return offer != null && offer.id().equals(id);
    }

    /// Whether it goes on only when something happens elsewhere.
    boolean waits() {
        return queued || manager != null;
    }

    Search offering(Offer made) {
        return new Search(made, false, decliners, missed, manager);
    }

    Search waiting() {
        return new Search(null, true, decliners, missed, manager);
    }

    Search woken() {
        return new Search(offer, false, decliners, missed, manager);
    }

    Search escalatedTo(String somebody) {
        return new Search(null, false, decliners, missed, somebody);
    }

    Search declinedBy(String member) {
        return new Search(null, false, with(decliners, member), missed, manager);
    }

    Search missedBy(String member) {
        return new Search(null, false, decliners, with(missing(), member), manager);
    }

    /// A search that began before anybody could miss an offer remembers nobody.
    Set<String> missing() {
        return missed == null ? Set.of() : missed;
    }

    private static Set<String> with(Set<String> members, String member) {
        Set<String> more = new HashSet<>(members);
        more.add(member);
        return more;
    }
}
