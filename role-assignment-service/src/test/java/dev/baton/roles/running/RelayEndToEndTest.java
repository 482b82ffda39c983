package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The relay of deals that come over the topic, from their first holder to their last.
class RelayEndToEndTest {
    private static final String READER = TestTokens.client("test", "members:write", "deals:read");

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.staffed();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_deal_is_handed_from_the_steward_over_all_legs_to_support() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("East", new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"), null));
        eventually()
                .untilAsserted(
                        () -> assertThat(service.holder(deal)).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita")));

        service.tell(deal, DAY.plus(Duration.ofDays(2)), new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(service.holder(deal)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "ben")));

        service.tell(deal, DAY.plus(Duration.ofDays(40)), new Closed(Outcome.WON, null, null, null));
        eventually()
                .untilAsserted(() ->
                        assertThat(service.holder(deal)).isEqualTo(new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")));

        assertThat(service.load(SALES_MANAGER, "steward")).isZero();
        assertThat(service.load(SALES_REPRESENTATIVE, "rita")).isZero();
        assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")).isOne();
    }

    @Test
    void support_that_is_short_by_two_leaves_exactly_two_waiting_until_somebody_joins() {
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "nora", 3, "North");
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String deal = service.newDeal();
            deals.add(deal);
            service.tell(deal, DAY.plusSeconds(i), lead("North", null, null), won());
        }
        eventually().untilAsserted(() -> assertThat(held(deals, "nora")).isEqualTo(3));
        eventually().untilAsserted(() -> assertThat(service.waiting("North")).isEqualTo(2));
        JsonNode queue = service.get(READER, "/v1/waiting?territory=North").json();
        assertThat(queue.get("items")).hasSize(2);
        assertThat(queue.get("counts").valueStream().filter(count -> inTheNorth(count)))
                .singleElement()
                .satisfies(count -> assertThat(count.get("deals").asInt()).isEqualTo(2));
        String longest = queue.get("items").get(0).get("deal").asString();

        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "nils", 1, "North");
        eventually()
                .untilAsserted(() -> assertThat(service.holder(longest))
                        .isEqualTo(new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "nils")));
        assertThat(service.waiting("North")).isOne();

        assertThat(service.post(READER, "/v1/members/nils/capacity", Map.of("capacity", 2))
                        .status())
                .isEqualTo(200);
        eventually().untilAsserted(() -> assertThat(service.waiting("North")).isZero());
        eventually().untilAsserted(() -> assertThat(held(deals, "nils")).isEqualTo(2));
    }

    private static boolean inTheNorth(JsonNode count) {
        return count.path("territory").asString("").equals("North");
    }

    private static long held(List<String> deals, String member) {
        return deals.stream()
                .map(service::holder)
                .filter(holder -> holder != null && holder.member().equals(member))
                .count();
    }

    @Test
    void the_same_event_twice_has_one_effect() {
        String deal = service.newDeal();
        EventEnvelope found = service.topic().envelope(deal, DAY, lead("South", null, null));
        service.topic().send(found);
        service.topic().send(found);
        service.tell(deal, DAY, new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(service.holder(deal))
                        .isNotNull()
                        .extracting(Holder::role)
                        .isEqualTo(ACCOUNT_EXECUTIVE));
        assertThat(service.sql()
                        .queryForObject(
                                "select count(*) from event where stream_id = ? and type like '%opened%'",
                                Integer.class, "responsibility/" + deal))
                .isOne();
    }

    @Test
    void a_lost_deal_is_nobodys_and_takes_no_place() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null), new Closed(Outcome.LOST, null, "price", null));
        eventually()
                .untilAsserted(() -> assertThat(service.get(READER, "/v1/deals/" + deal + "/responsibility")
                                .json()
                                .hasNonNull("ended"))
                        .isTrue());
        assertThat(service.sql().queryForObject("select count(*) from slot where deal = ?", Integer.class, deal))
                .isZero();
    }

    @Test
    void a_transfer_takes_effect_when_its_cause_happened() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null));
        service.tell(deal, DAY.plus(Duration.ofDays(7)), new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(service.sql()
                                .queryForList(
                                        "select occurred_at from event where stream_id = ? and type like '%transferred%'"
                                                + " order by sequence",
                                        OffsetDateTime.class, "responsibility/" + deal))
                        .extracting(OffsetDateTime::toInstant)
                        .containsExactly(DAY, DAY.plus(Duration.ofDays(7))));
    }

    @Test
    void a_relay_that_is_stopped_in_the_middle_goes_on_where_it_was() {
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String deal = service.newDeal();
            deals.add(deal);
            service.tell(deal, DAY, lead("South", null, null), new LeadQualified(null, null, null));
        }
        service.stop();
        deals.forEach(deal -> service.tell(deal, DAY, new Closed(Outcome.LOST, null, "price", null)));
        service.startAgain();
        eventually().untilAsserted(() -> assertThat(deals).allMatch(deal -> service.holder(deal) == null));
        eventually()
                .untilAsserted(() -> assertThat(service.sql()
                                .queryForObject(
                                        "select count(*) from responsibility where ended_at is not null and deal = any (?)",
                                        Integer.class,
                                        (Object) deals.toArray(String[]::new)))
                        .isEqualTo(30));
        assertThat(service.sql()
                        .queryForObject("select count(*) from slot where deal = any (?)", Integer.class, (Object)
                                deals.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void the_log_can_be_followed_from_any_position() {
        String[] lines =
                service.get(READER, "/v1/events?after=0&limit=3").body().split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).contains("\"position\":1").contains("baton.member.member-joined.v1");
    }

    private static Closed won() {
        return new Closed(Outcome.WON, null, null, null);
    }
}
