package dev.baton.roles.rebuild;

import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.member.SlotEvent;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.HandOff;
import dev.baton.roles.handoff.HandOffHistory;
import dev.baton.roles.handoff.Heard;
import dev.baton.roles.handoff.Heard.Effect;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of each deal's relay, worked out from the log alone, event by event in its order.
///
/// An event that the relay hears comes before what it did about it, and other events may lie
/// between: what it did names its cause. So an event is taken into the state when what it brought
/// about, or what a later one brought about, is met; those at the end of the log are taken as far
/// as the relay has come.
public final class RebuiltHandOffs {
    private static final String DECIDED = "baton.responsibility.assignment-decided.v1";

    private final EventCodec codec;
    private final Map<String, Deal> deals = new HashMap<>();

    public RebuiltHandOffs(EventCodec codec) {
        this.codec = codec;
    }

    private static final class Deal {
        @Nullable
        HandOff state;

        final Deque<News> news = new ArrayDeque<>();
        final Set<Holder> places = new HashSet<>();
    }

    private record News(long position, UUID id, Object event, Instant at, List<Effect> effects) {
        Heard heard() {
            return new Heard(event, at, effects);
        }
    }

    /// The log's next event.
    public void take(StoredEvent stored) {
        EventEnvelope event = stored.envelope();
        if (!codec.knows(event.type()) || event.type().equals(DECIDED)) {
            return;
        }
        StreamId stream = stored.stream();
        switch (stream.kind()) {
            case "deal" -> news(stream.id(), stored, decoded(event));
            case "responsibility" -> responsibility(stream.id(), stored, decoded(event));
            default -> person(new Holder(Role.ofStreamKind(stream.kind()), stream.id()), event, decoded(event));
        }
    }

    private Object decoded(EventEnvelope event) {
        return codec.decode(event.type(), event.data());
    }

    private void responsibility(String deal, StoredEvent stored, Object event) {
        boolean bySomebody = stored.envelope().actor() != null;
        if (isNews(event, bySomebody)) {
            news(deal, stored, event);
        } else if (!bySomebody) {
            effect(
                    deal,
                    stored.envelope().causationId(),
                    new Effect(event, stored.envelope().time(), null));
        }
    }

    /// What the saga hears, as its handlers say.
    private static boolean isNews(Object event, boolean bySomebody) {
        return switch (event) {
            case DealEvent deal -> true;
            case AssignmentWoken woken -> true;
            case AssignmentCorrected corrected -> true;
            case OfferDeclined declined -> true;
            case OfferExpired expired -> true;
            case RehomingBegun begun -> true;
            case OfferAccepted accepted -> bySomebody;
            case ResponsibilityTransferred moved -> bySomebody;
            default -> false;
        };
    }

    private void person(Holder person, EventEnvelope envelope, Object event) {
        if (event instanceof SlotEvent slot) {
            Set<Holder> places = deal(slot.deal()).places;
            if (event instanceof SlotReserved) {
                places.add(person);
            } else if (event instanceof SlotReleased) {
                places.remove(person);
            }
            effect(slot.deal(), envelope.causationId(), new Effect(event, envelope.time(), person));
        }
    }

    private void news(String deal, StoredEvent stored, Object event) {
        EventEnvelope envelope = stored.envelope();
        deal(deal).news.add(new News(stored.position(), envelope.id(), event, envelope.time(), new ArrayList<>()));
    }

    private void effect(String id, @Nullable UUID cause, Effect effect) {
        Deal deal = deal(id);
        if (deal.news.stream().noneMatch(news -> news.id().equals(cause))) {
            return;
        }
        while (!deal.news.getFirst().id().equals(cause)) {
            settle(id, deal);
        }
        deal.news.getFirst().effects().add(effect);
    }

    private static void settle(String id, Deal deal) {
        deal.state = HandOffHistory.after(deal.state, id, deal.news.remove().heard());
    }

    private Deal deal(String id) {
        return deals.computeIfAbsent(id, key -> new Deal());
    }

    Set<String> deals() {
        return deals.keySet();
    }

    /// @param heard the last position of the log that the relay of this deal has heard of
    public @Nullable HandOff of(String id, long heard) {
        Deal deal = deals.get(id);
        if (deal == null) {
            return null;
        }
        while (!deal.news.isEmpty() && deal.news.getFirst().position() <= heard) {
            settle(id, deal);
        }
        HandOff state = deal.state;
        return state == null
                ? null
                : state.placed(deal.places.contains(state.holding().holder()));
    }
}
