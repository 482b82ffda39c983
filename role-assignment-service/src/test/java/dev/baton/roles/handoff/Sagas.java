package dev.baton.roles.handoff;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.roles.handoff.Department.Told;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.annotation.MessageHandlerInterceptorMemberChain;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.metamodel.SagaModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The sagas of many deals, as Axon calls them, each behind its news by as much as a test likes: what people do is in
/// the log at once, what the saga makes of it comes when it is delivered. Between two events every saga is written down
/// and read back, as when the service is started again.
final class Sagas {
    static final JsonMapper STORE = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .build();

    private static final AnnotationSagaMetaModelFactory MODELS = new AnnotationSagaMetaModelFactory();
    private static final SagaModel<HandOffSaga> MODEL = MODELS.modelOf(HandOffSaga.class);
    private static final MessageHandlerInterceptorMemberChain<HandOffSaga> INTERCEPTORS =
            MODELS.chainedInterceptor(HandOffSaga.class);

    final Department department;
    final Packages packages = new Packages();
    private final Relay relay;
    private final Map<String, String> stored = new HashMap<>();
    private final Map<String, Deque<News>> undelivered = new HashMap<>();
    private final Map<String, Long> heard = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Map<String, Integer> recognised = new HashMap<>();

    record News(Object event, Instant at, UUID id, @Nullable String actor) {}

    Sagas(Department department, Relay relay) {
        this.department = department;
        this.relay = relay;
    }

    /// A deal's own event arrives in the log.
    void tell(String deal, Object event, Instant at) {
        UUID id = department.log.append(StreamId.deal(deal), event, at, null, "crm");
        news(deal).add(new News(event, at, id, "crm"));
    }

    /// Somebody acts; what the saga is to hear of it waits.
    void act(ResponsibilityCommand command, Instant at) {
        int before = department.told.size();
        String actor = actor(command);
        department.actor = actor;
        try {
            department.act(command, at);
        } finally {
            department.actor = null;
        }
        for (Told told : List.copyOf(department.told.subList(before, department.told.size()))) {
            packages.told(command.deal(), told.event());
            news(command.deal()).add(new News(told.event(), told.effective(), told.id(), actor));
        }
    }

    private static @Nullable String actor(ResponsibilityCommand command) {
        return switch (command) {
            case AcceptOffer accept -> accept.by();
            case DeclineOffer decline -> decline.by();
            case ForceTransfer force -> force.by();
            case Wake wake -> null;
            default -> "baton";
        };
    }

    /// deal-service takes notice of whoever holds the deal by now, and may have missed some before.
    void recognise(String deal, Instant at) {
        if (department.of(deal) instanceof Held held && recognised.getOrDefault(deal, 0) < held.epoch()) {
            recognised.put(deal, held.epoch());
            tell(deal, new HolderRecognised(held.holder(), held.epoch()), at);
        }
    }

    void recogniseAll(Instant at) {
        department.deals().keySet().forEach(deal -> recognise(deal, at));
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

    void deliverAllOf(String deal) {
        boolean more = true;
        while (more) {
            more = deliver(deal);
        }
    }

    private void hear(String deal, News news) {
        heard.put(deal, department.log.position(news.id()));
        if (over.contains(deal) || !stored.containsKey(deal) && !(news.event() instanceof LeadFound)) {
            return;
        }
        department.cause = news.id();
        AnnotatedSaga<HandOffSaga> saga = awakened(deal);
        int before = department.told.size();
        packages.heard(deal, news.event());
        saga.handle(message(deal, news));
        for (Told told : List.copyOf(department.told.subList(before, department.told.size()))) {
            packages.told(deal, told.event());
            if (told.event() instanceof AssignmentCorrected) {
                news(deal).add(new News(told.event(), news.at(), told.id(), null));
            }
        }
        stored.put(deal, STORE.writeValueAsString(saga.root()));
        if (!saga.isActive()) {
            over.add(deal);
        }
        department.cause = null;
    }

    private AnnotatedSaga<HandOffSaga> awakened(String deal) {
        HandOffSaga saga = stored.containsKey(deal) ? written(deal) : new HandOffSaga();
        saga.setRelay(relay);
        saga.setPastHandOffs(other -> null);
        return new AnnotatedSaga<>(deal, Set.of(new AssociationValue("subject", deal)), saga, MODEL, INTERCEPTORS);
    }

    private static EventMessage<?> message(String deal, News news) {
        Map<String, String> about =
                new HashMap<>(Map.of("subject", deal, "occurredat", news.at().toString()));
        if (news.actor() != null) {
            about.put("actor", news.actor());
        }
        return new GenericEventMessage<>(news.event(), about);
    }

    private HandOffSaga written(String deal) {
        return STORE.readValue(stored.get(deal), HandOffSaga.class);
    }

    /// Whether the saga is over, and nothing of it kept.
    boolean isOver(String deal) {
        return over.contains(deal);
    }

    /// What the saga remembers, also what one remembered that is over.
    @Nullable
    HandOff read(String deal) {
        return stored.containsKey(deal) ? written(deal).remembered() : null;
    }

    private Deque<News> news(String deal) {
        return undelivered.computeIfAbsent(deal, key -> new ArrayDeque<>());
    }
}
