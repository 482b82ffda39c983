package dev.baton.roles.handoff;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.Department.Told;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The sagas of many deals, each behind its news by as much as a test likes: what people do is in the log at once, what
/// the saga makes of it comes when it is delivered. Between two events every saga is written down and read back.
final class Sagas {
    static final JsonMapper STORE = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .build();

    final Department department;
    private final Relay relay;
    private final Map<String, String> stored = new HashMap<>();
    private final Map<String, Deque<News>> undelivered = new HashMap<>();

    record News(Object event, Instant at) {}

    Sagas(Department department, Relay relay) {
        this.department = department;
        this.relay = relay;
    }

    /// A deal's own event arrives in the log.
    void tell(String deal, Object event, Instant at) {
        news(deal).add(new News(event, at));
    }

    /// Somebody acts; what the saga is to hear of it waits.
    void act(ResponsibilityCommand command, Instant at) {
        int before = department.told.size();
        department.act(command, at);
        for (Told told : List.copyOf(department.told.subList(before, department.told.size()))) {
            tell(command.deal(), told.event(), at);
        }
    }

    /// The next event of the deal, if there is one.
    boolean deliver(String deal) {
        News next = news(deal).poll();
        if (next != null) {
            hear(deal, next);
        }
        return next != null;
    }

    /// The next event of the deal, twice.
    void deliverTwice(String deal) {
        News next = news(deal).poll();
        if (next != null) {
            hear(deal, next);
            hear(deal, next);
        }
    }

    void deliverAll() {
        undelivered.keySet().stream().toList().forEach(this::deliverAllOf);
    }

    private void deliverAllOf(String deal) {
        boolean more = true;
        while (more) {
            more = deliver(deal);
        }
    }

    private void hear(String deal, News news) {
        HandOff before = read(deal);
        HandOff after = before == null ? begin(deal, news) : next(before, news);
        if (after == null) {
            stored.remove(deal);
        } else {
            stored.put(deal, STORE.writeValueAsString(after));
        }
    }

    @Nullable
    HandOff read(String deal) {
        String text = stored.get(deal);
        return text == null ? null : STORE.readValue(text, HandOff.class);
    }

    private @Nullable HandOff begin(String deal, News news) {
        return news.event() instanceof LeadFound lead ? relay.begin(deal, lead, news.at()) : null;
    }

    /// As `HandOffSaga` passes them on.
    private @Nullable HandOff next(HandOff now, News news) {
        Instant at = news.at();
        return switch (news.event()) {
            case LeadQualified qualified -> relay.on(now, qualified, at);
            case Negotiated negotiated -> relay.on(now, negotiated, at);
            case Closed closed when closed.outcome() == Outcome.WON -> relay.won(now, at);
            case Closed lost -> ended(now, EndCause.CLOSED_LOST, at);
            case LeadDisqualified none -> ended(now, EndCause.DISQUALIFIED, at);
            case ServiceEnded over -> ended(now, EndCause.SERVICE_ENDED, at);
            case AssignmentWoken woken -> relay.woken(now, at);
            case OfferAccepted accepted -> relay.on(now, accepted, at);
            case OfferDeclined declined -> relay.on(now, declined, at);
            case OfferExpired expired -> relay.on(now, expired, at);
            case RehomingBegun begun -> relay.on(now, begun, at);
            case ResponsibilityTransferred moved
            when moved.acceptance() == Acceptance.FORCED -> relay.reassigned(now, moved, at);
            default -> now;
        };
    }

    private @Nullable HandOff ended(HandOff now, EndCause cause, Instant at) {
        relay.end(now, cause, at);
        return null;
    }

    private Deque<News> news(String deal) {
        return undelivered.computeIfAbsent(deal, key -> new ArrayDeque<>());
    }
}
