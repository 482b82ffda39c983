package dev.baton.deal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.ReturnBusiness.Kind;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Kafka;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.ServiceCommand.Prospect;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import dev.baton.web.edge.testing.TestTokens;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A day of a customer support representative, over REST.
class SupportDayTest {
    private static final Duration A_WHILE = House.PATIENCE;

    private final Http suzy = House.http().as(TestTokens.member("suzy", "CUSTOMER_SUPPORT_REPRESENTATIVE"));
    private final Http axel = House.http().as(TestTokens.member("axel", "ACCOUNT_EXECUTIVE"));

    @Test
    void from_the_first_call_to_the_renewal() {
        String deal = inSupport();

        assertThat(state(suzy.command(deal + "/start-onboarding", "{\"plan\": \"two days on site\"}")))
                .isEqualTo("InSupport");
        assertThat(suzy.command(deal + "/make-commitment", """
                {"commitment": "parts", "what": "Spare parts on site", "workingMinutes": 960}""").status()).isEqualTo(200);
        assertThat(suzy.command(deal + "/open-case", """
                {"ticket": "C-1", "subject": "Press 4 stops", "priority": "URGENT"}""").status()).isEqualTo(200);

        JsonNode morning = suzy.get(deal).json().path("service");
        assertThat(morning.path("onboarding").path("started").asString()).isNotEmpty();
        assertThat(morning.path("commitments").path("parts").path("due").asString())
                .isNotEmpty();
        assertThat(morning.path("cases").path("C-1").path("priority").asString())
                .isEqualTo("URGENT");

        assertThat(suzy.command(deal + "/resolve-case", "{\"ticket\": \"C-1\", \"resolution\": \"valve replaced\"}")
                        .status())
                .isEqualTo(200);
        assertThat(suzy.command(deal + "/fulfil-commitment", "{\"commitment\": \"parts\"}")
                        .status())
                .isEqualTo(200);
        assertThat(suzy.command(deal + "/complete-onboarding", "{}").status()).isEqualTo(200);
        assertThat(suzy.command(deal + "/record-satisfaction", "{\"score\": 5}").status())
                .isEqualTo(200);
        assertThat(suzy.command(deal + "/schedule-renewal", "{\"on\": \"2099-01-01\"}")
                        .status())
                .isEqualTo(200);

        Http.Answer renewal =
                suzy.command(deal + "/raise-return-business", "{\"kind\": \"RENEWAL\", \"request\": \"2099\"}");
        assertThat(renewal.status()).isEqualTo(201);
        assertThat(state(renewal)).isEqualTo("Qualified");
        JsonNode begun = suzy.get(renewal.header("Location")).json();
        assertThat(begun.path("origin").toString())
                .isEqualTo("{\"deal\":\"" + id(deal) + "\",\"kind\":\"RENEWAL\",\"raisedBy\":\"suzy\"}");
        assertThat(begun.path("lead").path("requestedHolder").path("member").asString())
                .isEqualTo("axel");

        Http.Answer over = suzy.command(deal + "/end-service", "{\"outcome\": \"RENEWED\", \"reason\": \"next year\"}");
        assertThat(state(over)).isEqualTo("Ended");
        assertThat(suzy.get(deal).json().path("allowed").toString())
                .contains("raise-return-business")
                .doesNotContain("open-case");
        assertThat(suzy.get(deal).json().path("raised").toString()).contains(id(renewal.header("Location")));
    }

    @Test
    void the_same_request_is_the_same_deal_however_often_it_is_posted() {
        String deal = inSupport();
        String upsell = "{\"kind\": \"UPSELL\", \"request\": \"second site\", \"title\": \"Six more\"}";
        Http.Answer first = suzy.command(deal + "/raise-return-business", upsell);
        Http.Answer second = suzy.command(deal + "/raise-return-business", upsell);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(types(id(first.header("Location"))))
                .containsExactly("baton.deal.lead-found.v1", "baton.deal.lead-qualified.v1");
        assertThat(types(id(deal))).containsOnlyOnce("baton.deal.return-business-raised.v1");
    }

    @Test
    void both_deals_are_written_in_one_commit_or_neither_is() {
        String deal = inSupport();
        String next = DealIdentity.returning(id(deal), "UPSELL", "crash");
        int before = events(id(deal)).size();
        RaiseReturnBusiness raise = new RaiseReturnBusiness(
                id(deal), next, new Prospect(Kind.UPSELL, "crash", null, null, null, null, null));
        Acting suzys = Acting.as(Actor.person("suzy", Role.CUSTOMER_SUPPORT_REPRESENTATIVE));
        DealOffice office = House.part(DealOffice.class);

        assertThatThrownBy(() -> office.send(raise, suzys, Map.of(), (connection, result) -> {
                    throw new SQLException("the power is gone");
                }))
                .isNotNull();
        assertThat(events(id(deal))).hasSize(before);
        assertThat(events(next)).isEmpty();

        office.send(raise, suzys, Map.of());
        assertThat(commit(events(id(deal)).getLast()))
                .isEqualTo(commit(events(next).getFirst()))
                .isEqualTo(commit(events(next).getLast()));
    }

    @Test
    void what_is_refused_says_what_would_be_allowed() {
        String deal = inSupport();
        Http.Answer none = suzy.command(deal + "/complete-onboarding", "{}");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.code()).isEqualTo("no-onboarding");
        assertThat(none.json().path("allowed").toString()).isEqualTo("[\"start-onboarding\"]");
        assertThat(suzy.command(deal + "/record-satisfaction", "{\"score\": 11}")
                        .status())
                .isEqualTo(422);
        assertThat(axel.command(deal + "/record-satisfaction", "{\"score\": 5}").code())
                .isEqualTo("not-the-holder");
        Http.Answer wonBack =
                suzy.command(deal + "/raise-return-business", "{\"kind\": \"WIN_BACK\", \"request\": \"x\"}");
        assertThat(wonBack.code()).isEqualTo("kind-not-possible");
        assertThat(wonBack.json().path("allowed").toString()).isEqualTo("[\"RENEWAL\",\"UPSELL\"]");
        assertThat(suzy.command(
                                "/v1/deals/nonsense/raise-return-business",
                                "{\"kind\": \"UPSELL\", \"request\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    private String inSupport() {
        String subject = Events.newSubject();
        String deal = DealIdentity.of("urn:crm", subject);
        House.http().structured(Events.leadFound(subject));
        Kafka.transferred(deal, 0, "ACCOUNT_EXECUTIVE", "axel", 1);
        String path = "/v1/deals/" + deal;
        awaitEpoch(path, 1);
        axel.command(path + "/close-deal", "{\"outcome\": \"WON\"}");
        Kafka.transferred(deal, 1, "CUSTOMER_SUPPORT_REPRESENTATIVE", "suzy", 2);
        awaitEpoch(path, 2);
        return path;
    }

    private void awaitEpoch(String path, int epoch) {
        await().atMost(A_WHILE)
                .untilAsserted(() ->
                        assertThat(suzy.get(path).json().path("epoch").asInt()).isEqualTo(epoch));
    }

    private static String state(Http.Answer answer) {
        return answer.json().path("state").asString();
    }

    private static List<String> types(String deal) {
        return events(deal).stream().map(event -> event.envelope().type()).toList();
    }

    private static List<StoredEvent> events(String deal) {
        return House.part(EventLog.class).readStream(StreamId.deal(deal), 0);
    }

    /// The commit that holds the event.
    private static long commit(StoredEvent event) {
        return House.part(JdbcClient.class)
                .sql("select first_position from event_commit where ? between first_position and last_position")
                .param(event.position())
                .query(Long.class)
                .single();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
