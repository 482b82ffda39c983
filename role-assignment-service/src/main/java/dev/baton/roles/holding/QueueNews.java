package dev.baton.roles.holding;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCatalogue;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Tells streams that their queue may have changed. One thread follows the log for all of them, while there are any:
/// what a hundred people watch costs one reading of the log, and a look at the rows for whoever is concerned.
@Component
class QueueNews {
    private static final Logger LOG = LoggerFactory.getLogger(QueueNews.class);
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// Facts of deals that ask somebody something who need not have seen the deal before.
    private static final Set<String> ASKING = Stream.of(
                    SalesPlanRequested.class,
                    ApprovalRequested.class,
                    AdviceRequested.class,
                    QuestionAsked.class,
                    RequestEscalated.class,
                    SlaBreached.class)
            .map(type -> EventCatalogue.of(type).name())
            .collect(Collectors.toUnmodifiableSet());

    private static final String DEPARTED =
            EventCatalogue.of(MemberDeparted.class).name();

    private static final String DECISION =
            EventCatalogue.of(DecisionEscalated.class).name();

    private final EventLog log;
    private final EventCodec codec;
    private final QueueStreamSettings settings;
    private final List<QueueWatch> watches = new CopyOnWriteArrayList<>();
    private @Nullable Thread follower;
    private boolean over;

    QueueNews(EventLog log, EventCodec codec, QueueStreamSettings settings) {
        this.log = log;
        this.codec = codec;
        this.settings = settings;
    }

    /// @throws ProblemException 429 `too-many-streams`
    synchronized QueueWatch watch(String member) {
        long own =
                watches.stream().filter(watch -> watch.member().equals(member)).count();
        if (own >= settings.perMember() || watches.size() >= settings.total()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-streams",
                    "Too many streams",
                    "This queue, or this instance, is followed by as many as it can be."));
        }
        QueueWatch watch = new QueueWatch(member);
        watches.add(watch);
        if (over) {
            watch.close();
        } else if (follower == null) {
            long from = log.lastPosition();
            follower = Thread.ofPlatform().daemon().name("queue-news").start(() -> follow(from));
        }
        return watch;
    }

    synchronized void forget(QueueWatch watch) {
        watches.remove(watch);
        if (watches.isEmpty() && follower != null) {
            follower.interrupt();
            follower = null;
        }
    }

    long position() {
        return log.lastPosition();
    }

    private void follow(long from) {
        long position = from;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                position = next(position);
            } catch (RuntimeException failure) {
                LOG.warn("the log could not be read on, trying again: {}", failure.toString());
                pause();
            }
        }
    }

    private long next(long position) {
        if (!log.awaitAfter(position, PATIENCE)) {
            return position;
        }
        long last = position;
        for (StoredEvent event : log.readAfter(position, PAGE)) {
            tell(event);
            last = event.position();
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(StoredEvent stored) {
        String kind = stored.stream().kind();
        if (kind.equals("deal") && asksAnySpecialist(stored.envelope()) || concernsManagers(stored.envelope())) {
            watches.forEach(QueueWatch::wake);
            return;
        }
        Set<String> members = members(stored);
        String deal = kind.equals("responsibility") || kind.equals("deal")
                ? stored.stream().id()
                : "";
        watches.stream().filter(watch -> watch.concerns(deal, members)).forEach(QueueWatch::wake);
    }

    /// Whom it brings something; what it takes from somebody was shown to them.
    private Set<String> members(StoredEvent stored) {
        EventEnvelope event = stored.envelope();
        if (stored.stream().kind().equals("deal")) {
            return asked(event);
        }
        if (!stored.stream().kind().equals("responsibility")) {
            return event.type().startsWith("baton.member.slot-")
                    ? Set.of()
                    : Set.of(stored.stream().id());
        }
        if (!codec.knows(event.type())) {
            return Set.of();
        }
        return switch (codec.decode(event.type(), event.data())) {
            case ResponsibilityOpened opened -> Set.of(opened.holder().member());
            case ResponsibilityTransferred moved -> Set.of(moved.to().member());
            case ResponsibilityReopened reopened -> Set.of(reopened.holder().member());
            case ResponsibilityEnded ended -> Set.of(ended.holder().member());
            case AssignmentEscalated escalated -> Set.of(escalated.manager());
            case DecisionEscalated on when on.to() != null -> Set.of(on.to());
            case PackageRefused refused -> Set.of(refused.holder().member());
            case OfferMade made -> Set.of(made.to().member());
            default -> Set.of();
        };
    }

    /// Most facts of deals ask nobody anything, and are not read.
    private Set<String> asked(EventEnvelope event) {
        return ASKING.contains(event.type()) ? asked(codec.decode(event.type(), event.data())) : Set.of();
    }

    private static Set<String> asked(Object event) {
        return switch (event) {
            case SalesPlanRequested ask when ask.specialist() != null -> Set.of(ask.specialist());
            case AdviceRequested ask when ask.specialist() != null -> Set.of(ask.specialist());
            case ApprovalRequested ask -> Set.of(ask.approver());
            case QuestionAsked ask -> Set.of(ask.asked());
            case RequestEscalated on -> Set.of(on.to());
            case SlaBreached late when late.escalatedTo() != null -> Set.of(late.escalatedTo());
            default -> Set.of();
        };
    }

    /// What was somebody's to decide is every manager's then: they have left, or nobody is left to
    /// ask.
    private boolean concernsManagers(EventEnvelope event) {
        return event.type().equals(DEPARTED)
                || event.type().equals(DECISION)
                        && codec.decode(event.type(), event.data()) instanceof DecisionEscalated on
                        && on.to() == null;
    }

    private boolean asksAnySpecialist(EventEnvelope event) {
        return ASKING.contains(event.type())
                && switch (codec.decode(event.type(), event.data())) {
                    case SalesPlanRequested ask -> ask.specialist() == null;
                    case AdviceRequested ask -> ask.specialist() == null;
                    default -> false;
                };
    }

    /// Streams end before the web server begins to wait for whatever is still being answered.
    @EventListener(ContextClosedEvent.class)
    synchronized void end() {
        over = true;
        watches.forEach(QueueWatch::close);
        if (follower != null) {
            follower.interrupt();
            follower = null;
        }
    }
}
