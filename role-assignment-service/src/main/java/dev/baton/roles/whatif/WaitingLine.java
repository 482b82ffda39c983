package dev.baton.roles.whatif;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.handoff.HandOff.Lead;
import dev.baton.roles.responsibility.ResponsibilityDecisions;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The legs that nobody could take, in the order in which they began to wait: the same line as the service's rows.
final class WaitingLine {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::since).thenComparing(Place::deal);

    private static final Comparator<Place> DUE =
            Comparator.comparing(Place::until).thenComparing(Place::deal);

    private final Map<String, Lead> leads = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final SortedSet<Place> limited = new TreeSet<>(DUE);
    private final Map<Role, SortedSet<Place>> lines = new EnumMap<>(Role.class);
    private final Map<String, Set<String>> decliners = new HashMap<>();
    private final Map<Role, Integer> waiting = new EnumMap<>(Role.class);
    private final Map<Role, Integer> longest = new EnumMap<>(Role.class);

    /// @param woken it was woken already and has not been decided yet
    /// @param due until when it may wait; absent for as long as it takes
    /// @param manager who was asked to decide
    /// @param waitsOn somebody else may take it, although a manager was asked
    record Place(
            String deal,
            Role role,
            Lead lead,
            Instant since,
            boolean woken,
            @Nullable Instant due,
            @Nullable String manager,
            boolean waitsOn) {
        boolean takes() {
            return manager == null || waitsOn;
        }

        Instant until() {
            return due == null ? Instant.MAX : due;
        }

        boolean limited() {
            return due != null && manager == null;
        }

        Place of(Lead right) {
            return new Place(deal, role, right, since, woken, due, manager, waitsOn);
        }

        Place asWoken() {
            return new Place(deal, role, lead, since, true, due, manager, waitsOn);
        }

        Place queued(Role again, @Nullable Instant until) {
            boolean told = waitsOn && again == role;
            return new Place(deal, again, lead, since, false, until, told ? manager : null, told);
        }

        Place escalated(AssignmentEscalated late) {
            return new Place(deal, late.role(), lead, since, false, due, late.manager(), late.waitsOn());
        }
    }

    void found(String deal, LeadFound found) {
        leads.putIfAbsent(deal, Lead.of(found));
    }

    void on(String deal, ResponsibilityEvent event, Instant at) {
        switch (event) {
            case AssignmentQueued queued -> wait(place(deal, queued.role(), at).queued(queued.role(), queued.due()));
            case AssignmentEscalated escalated ->
                wait(place(deal, escalated.role(), at).escalated(escalated));
            case DecisionEscalated on -> {}
            case AssignmentWoken woken -> wake(deal);
            case AssignmentCorrected corrected -> correct(deal, corrected);
            case OfferMade made -> remove(deal);
            case OfferDeclined declined -> exclude(deal, declined.by().member());
            case OfferExpired expired -> exclude(deal, expired.to().member());
            case LegPassedOver passed -> forget(deal);
            case ResponsibilityOpened opened -> {}
            case AccountabilityFact moved -> forget(deal);
            case AssignmentDecided decided -> {}
            case RehomingBegun begun -> {}
            case PackageRefused refused -> refuse(deal);
            case OfferAccepted accepted -> {}
            case OfferCancelled cancelled -> cancel(deal, cancelled);
        }
    }

    /// A leg that waits again after it was woken in vain keeps its place.
    private Place place(String deal, Role role, Instant at) {
        Place before = remove(deal);
        return before == null ? new Place(deal, role, lead(deal), at, false, null, null, false) : before;
    }

    private void wait(Place place) {
        put(place);
        longest.merge(place.role(), waiting.getOrDefault(place.role(), 0), Math::max);
    }

    private void correct(String deal, AssignmentCorrected as) {
        Lead right = lead(deal).corrected(as);
        leads.put(deal, right);
        Place before = remove(deal);
        if (before != null) {
            put(before.of(right));
        }
    }

    private void wake(String deal) {
        Place before = remove(deal);
        if (before != null) {
            put(before.asWoken());
        }
    }

    private void put(Place place) {
        places.put(place.deal(), place);
        waiting.merge(place.role(), 1, Integer::sum);
        if (place.takes()) {
            line(place.role()).add(place);
        }
        if (place.limited()) {
            limited.add(place);
        }
    }

    private @Nullable Place remove(String deal) {
        Place place = places.remove(deal);
        if (place != null) {
            waiting.merge(place.role(), -1, Integer::sum);
            line(place.role()).remove(place);
            limited.remove(place);
        }
        return place;
    }

    private SortedSet<Place> line(Role role) {
        return lines.computeIfAbsent(role, key -> new TreeSet<>(ORDER));
    }

    private void exclude(String deal, String member) {
        decliners.computeIfAbsent(deal, key -> new HashSet<>()).add(member);
    }

    /// Support is not looked for; who has said no has still said no.
    private void refuse(String deal) {
        Place waits = places.get(deal);
        if (waits != null && waits.role() == Role.CUSTOMER_SUPPORT_REPRESENTATIVE) {
            remove(deal);
        }
    }

    /// Whoever is looked for anew may be somebody who has said no.
    private void cancel(String deal, OfferCancelled cancelled) {
        if (!cancelled.reason().equals(ResponsibilityDecisions.PACKAGE_NOT_COMPLETE)) {
            decliners.remove(deal);
        }
    }

    private void forget(String deal) {
        remove(deal);
        decliners.remove(deal);
    }

    /// Those of a role whom a free place may help, the longest waiting first.
    Collection<Place> of(Role role) {
        return Collections.unmodifiableCollection(line(role));
    }

    /// The role in which somebody is waited for; absent when nobody is.
    Optional<Role> roleOf(String deal) {
        return Optional.ofNullable(places.get(deal))
                .filter(place -> !place.woken())
                .map(Place::role);
    }

    /// Those that have waited for longer than they may, and of which no manager knows.
    List<Place> overdue(Instant now) {
        return limited.stream().takeWhile(place -> !place.until().isAfter(now)).toList();
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
