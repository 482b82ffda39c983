package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What tests do with a relay that runs, and where they look.
record RunningRelay(Service service) {
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    /// Of one role, the others as usual.
    void policy(String pipeline, Map<String, Object> ofExecutives) {
        policies(pipeline, Map.of("ACCOUNT_EXECUTIVE", ofExecutives));
    }

    void policies(String pipeline, Map<String, Object> roles) {
        assertThat(service.put(OFFICE, "/v1/routing-policies/" + pipeline, Map.of("roles", roles))
                        .status())
                .isEqualTo(200);
    }

    /// A lead in the South for which an executive is asked for.
    ///
    /// @return the deal
    String qualified(String pipeline, String wish) {
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                Service.lead(pipeline, "South", new RequestedHolder(ACCOUNT_EXECUTIVE, wish), null),
                new LeadQualified(null, null, null));
        return deal;
    }

    String offerTo(String member, String deal) {
        String sql = "select offer from offer where answer is null and member = ? and deal = ?";
        return eventually()
                .until(() -> service.sql().queryForList(sql, String.class, member, deal), offers -> !offers.isEmpty())
                .getFirst();
    }

    void accept(String member, String deal) {
        String path = "/v1/offers/" + offerTo(member, deal) + "/accept";
        assertThat(service.post(TestTokens.member(member), path, Map.of()).status())
                .isEqualTo(200);
    }

    /// How many of them somebody has.
    long held(List<String> deals, String member) {
        return deals.stream()
                .map(service::holder)
                .filter(Objects::nonNull)
                .map(Holder::member)
                .filter(member::equals)
                .count();
    }

    /// So many more deals, all of which the executive has by the end of it.
    void gives(String executive, int deals) {
        List<String> given = Stream.generate(() -> qualified("milestones", executive))
                .limit(deals)
                .toList();
        eventually().untilAsserted(() -> assertThat(held(given, executive)).isEqualTo(deals));
    }

    void leaves(String executive) {
        assertThat(service.post(OFFICE, "/v1/members/" + executive + "/departure", Map.of())
                        .status())
                .isEqualTo(200);
    }

    /// The deal as the visible queue shows it; nothing while it does not wait.
    JsonNode waiting(String territory, String deal) {
        for (JsonNode leg :
                service.get(OFFICE, "/v1/waiting?territory=" + territory).json().get("items")) {
            if (leg.get("deal").asString().equals(deal)) {
                return leg;
            }
        }
        return MissingNode.getInstance();
    }

    /// Past every aggregate, as a mistake in the saga could.
    void append(String stream, Object event) {
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(ignored -> service.bean(EventStore.class)
                        .publish(new GenericDomainEventMessage<>(
                                stream.split("/")[0],
                                stream,
                                events(stream),
                                event,
                                Map.of("occurredat", DAY.toString()))));
    }

    long events(String stream) {
        return Objects.requireNonNull(
                service.sql().queryForObject("select count(*) from event where stream_id = ?", Long.class, stream));
    }
}
