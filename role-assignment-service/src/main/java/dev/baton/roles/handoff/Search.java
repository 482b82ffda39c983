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
/// @param lacking what the package that is to be handed over lacks, whoever holds the deal: support is not asked until
///     it is complete
public record Search(
        @Nullable Offer offer,
        boolean queued,
        Set<String> decliners,
        @Nullable Set<String> missed,
        @Nullable String manager,
        @Nullable String lacking) {
    static final Search FRESH = new Search(null, false, Set.of(), Set.of(), null, null);

    boolean offered(String id) {
        return offer != null && offer.id().equals(id);
    }

    /// Whether somebody has to be found, or has to decide, before it goes on.
    boolean waits() {
        return queued || manager != null;
    }

    Search offering(Offer made) {
        return new Search(made, false, decliners, missed, manager, lacking);
    }

    Search waiting() {
        return new Search(null, true, decliners, missed, manager, lacking);
    }

    Search woken() {
        return new Search(offer, false, decliners, missed, manager, lacking);
    }

    Search escalatedTo(String somebody) {
        return new Search(null, false, decliners, missed, somebody, lacking);
    }

    /// Nobody is asked for it; the same people are asked again once it is complete.
    Search without(String what) {
        return new Search(null, false, decliners, missed, manager, what);
    }

    /// Whoever is looked for meanwhile is looked for all the same.
    Search lacking(String what) {
        return new Search(offer, queued, decliners, missed, manager, what);
    }

    /// Nobody is asked at the moment.
    Search withoutOffer() {
        return new Search(null, queued, decliners, missed, manager, lacking);
    }

    /// Everybody may be asked again; what support lacks it still lacks, whoever holds the deal by now.
    Search afresh() {
        return new Search(null, false, Set.of(), Set.of(), null, lacking);
    }

    /// The same, as one is that began after people could miss an offer.
    Search plain() {
        return new Search(offer, queued, decliners, missing(), manager, lacking);
    }

    Search complete() {
        return new Search(offer, queued, decliners, missed, manager, null);
    }

    /// What a manager was to decide before support refused the package, is asked of them anew if need be.
    Search undecided() {
        return new Search(offer, queued, decliners, missed, null, lacking);
    }

    Search declinedBy(String member) {
        return new Search(null, false, with(decliners, member), missed, manager, lacking);
    }

    Search missedBy(String member) {
        return new Search(null, false, decliners, with(missing(), member), manager, lacking);
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
