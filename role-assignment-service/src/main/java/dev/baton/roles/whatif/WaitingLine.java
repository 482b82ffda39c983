package dev.baton.roles.whatif;

import dev.baton.contract.Role;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The legs that nobody could take, in the order in which they began to wait: the same line as the service's rows.
final class WaitingLine {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::since).thenComparing(Place::deal);

    private final Map<String, Lead> leads = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<Role, SortedSet<Place>> lines = new EnumMap<>(Role.class);
    private final Map<String, Set<String>> decliners = new HashMap<>();
    private final Map<Role, Integer> waiting = new EnumMap<>(Role.class);
    private final Map<Role, Integer> longest = new EnumMap<>(Role.class);

    record Lead(
            String pipeline,
            @Nullable String territory,
            @Nullable String product,
            @Nullable String language) {
        static final Lead UNKNOWN = new Lead("", null, null, null);

        static Lead of(LeadFound found) {
            Customer customer = found.customer();
            return new Lead(
                    found.pipeline(),
                    found.territory(),
                    found.product(),
                    customer == null ? null : customer.language());
        }
    }

    /// @param woken it was woken already and has not been decided yet
    /// @param manager who was asked to decide; nobody else takes it any more
    record Place(
            String deal,
            Role role,
            Lead lead,
            Instant since,
            boolean woken,
            @Nullable String manager) {}

    void found(String deal, LeadFound found) {
        leads.putIfAbsent(deal, Lead.of(found));
    }

    void on(String deal, ResponsibilityEvent event, Instant at) {
        switch (event) {
            case AssignmentQueued queued -> wait(deal, queued.role(), null, at);
            case AssignmentEscalated escalated -> wait(deal, escalated.role(), escalated.manager(), at);
            case AssignmentWoken woken -> wake(deal);
            case OfferMade made -> remove(deal);
            case OfferDeclined declined -> exclude(deal, declined.by().member());
            case OfferExpired expired -> exclude(deal, expired.to().member());
            case LegPassedOver passed -> forget(deal);
            case ResponsibilityOpened opened -> {}
            case AccountabilityFact moved -> forget(deal);
            case AssignmentDecided decided -> {}
            case RehomingBegun begun -> {}
            case PackageRefused refused -> forget(deal);
            case OfferAccepted accepted -> {}
            case OfferCancelled cancelled -> {}
        }
    }

    /// A leg that waits again after it was woken in vain keeps its place.
    private void wait(String deal, Role role, @Nullable String manager, Instant at) {
        Place before = remove(deal);
        Instant since = before == null ? at : before.since();
        put(new Place(deal, role, leads.getOrDefault(deal, Lead.UNKNOWN), since, false, manager));
        longest.merge(role, waiting.getOrDefault(role, 0), Math::max);
    }

    private void wake(String deal) {
        Place before = remove(deal);
        if (before != null) {
            put(new Place(deal, before.role(), before.lead(), before.since(), true, before.manager()));
        }
    }

    private void put(Place place) {
        places.put(place.deal(), place);
        waiting.merge(place.role(), 1, Integer::sum);
        if (place.manager() == null) {
            line(place.role()).add(place);
        }
    }

    private @Nullable Place remove(String deal) {
        Place place = places.remove(deal);
        if (place != null) {
            waiting.merge(place.role(), -1, Integer::sum);
            line(place.role()).remove(place);
        }
        return place;
    }

    private SortedSet<Place> line(Role role) {
        return lines.computeIfAbsent(role, key -> new TreeSet<>(ORDER));
    }

    private void exclude(String deal, String member) {
        decliners.computeIfAbsent(deal, key -> new HashSet<>()).add(member);
    }

    private void forget(String deal) {
        remove(deal);
        decliners.remove(deal);
    }

    /// Those of a role whom a free place may help, the longest waiting first.
    List<Place> of(Role role, int most) {
        return line(role).stream().limit(most).toList();
    }

    Set<String> decliners(String deal) {
        return decliners.getOrDefault(deal, Set.of());
    }

    Lead lead(String deal) {
        return leads.getOrDefault(deal, Lead.UNKNOWN);
    }

    Collection<Place> all() {
        return List.copyOf(places.values());
    }

    /// How many waited at most at once.
    int longest(Role role) {
        return longest.getOrDefault(role, 0);
    }
}
