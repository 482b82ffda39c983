package dev.baton.roles.handoff;

import static dev.baton.contract.Role.SALES_MANAGER;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.baton.contract.Holder;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.roles.handoff.Department.Told;
import dev.baton.roles.handoff.Leg.Stage;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final Map<String, Long> heard = new HashMap<>();

    record News(Object event, Instant at, UUID id) {}

    Sagas(Department department, Relay relay) {
        this.department = department;
        this.relay = relay;
    }

    /// A deal's own event arrives in the log.
    void tell(String deal, Object event, Instant at) {
        news(deal).add(new News(event, at, department.log.append(StreamId.deal(deal), event, at, null, "crm")));
    }

    /// Somebody acts; what the saga is to hear of it waits.
    void act(ResponsibilityCommand command, Instant at) {
        int before = department.told.size();
        department.actor = command instanceof Wake ? null : "somebody";
        try {
            department.act(command, at);
        } finally {
            department.actor = null;
        }
        for (Told told : List.copyOf(department.told.subList(before, department.told.size()))) {
            news(command.deal()).add(new News(told.event(), at, told.id()));
        }
    }

    /// Up to which position of the log the saga has heard of the deal.
    long heard(String deal) {
        return heard.getOrDefault(deal, 0L);
    }

    /// Whether the saga has heard everything.
    boolean knowsAll(String deal) {
        return news(deal).isEmpty();
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
        department.cause = news.id();
        heard.put(deal, department.log.position(news.id()));
        HandOff before = read(deal);
        HandOff after = before == null ? begin(deal, news) : next(before, news);
        if (after == null) {
            stored.remove(deal);
        } else {
            stored.put(deal, STORE.writeValueAsString(after));
        }
        department.cause = null;
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
        boolean forced =
                news.event() instanceof ResponsibilityTransferred moved && moved.acceptance() == Acceptance.FORCED;
        if (now.over() != null && !forced && !(news.event() instanceof DealReopened)) {
            return now;
        }
        return switch (news.event()) {
            case LeadQualified qualified -> relay.on(now, qualified, at);
            case Negotiated negotiated -> relay.on(now, negotiated, at);
            case Closed closed when closed.outcome() == Outcome.WON -> relay.won(now, at);
            case Closed lost -> relay.end(now, EndCause.CLOSED_LOST, at);
            case LeadDisqualified none -> relay.end(now, EndCause.DISQUALIFIED, at);
            case HandoverRequested requested -> relay.prepared(now, at);
            case HandoverPrepared prepared -> relay.prepared(now, at);
            case HandoverRejected rejected -> relay.on(now, rejected, at);
            case LeadReturned returned -> relay.returned(now, at);
            case LeadRecycled recycled -> relay.asking(now, recycled, at);
            case NurtureDue due -> relay.asking(now, due, at);
            case OnboardingCompleted completed -> relay.asking(now, completed, at);
            case CaseOpened opened -> relay.asking(now, opened, at);
            case CaseResolved resolved -> relay.asking(now, resolved, at);
            case DealPutOnHold held -> relay.onHold(now, at);
            case DealResumed resumed -> relay.resumed(now, at);
            case DealMerged merged -> relay.end(now, EndCause.MERGED, at);
            case CloseReversed reversed
            when reversed.kind() == Reversal.CLIENT_CANCELLED -> relay.end(now, EndCause.CANCELLED, at);
            case CloseReversed reversed ->
                relay.reversed(now, reversed.closedBy(), new Holder(SALES_MANAGER, reversed.requestedBy()), at);
            case DealReopened reopened ->
                relay.reopened(now, Stage.reachedAt(reopened.stage()), reopened.earlier(), reopened.by(), at);
            case ServiceEnded over -> relay.end(now, EndCause.SERVICE_ENDED, at);
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

    private Deque<News> news(String deal) {
        return undelivered.computeIfAbsent(deal, key -> new ArrayDeque<>());
    }
}
