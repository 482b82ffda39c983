package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ExchangeRate;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Plans, quotas and what closes earn, over HTTP and from the service's own log.
class IncentivesEndToEndTest {
    private static final String MIA = TestTokens.member("mia", "SALES_MANAGER");
    private static final String ANNA = TestTokens.member("anna", "ACCOUNT_EXECUTIVE");
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");
    private static final Instant FEBRUARY = Instant.parse("2017-02-10T12:00:00Z");
    private static final Instant MARCH = Instant.parse("2017-03-10T12:00:00Z");
    private static final Instant APRIL = Instant.parse("2017-04-10T12:00:00Z");

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(ACCOUNT_EXECUTIVE, "anna", 1000);
        service.join(ACCOUNT_EXECUTIVE, "bob", 1000);
        service.join(ACCOUNT_EXECUTIVE, "lena", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
        service.join(SALES_MANAGER, "mia", 1000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_was_won_counts_for_the_quota_of_whoever_held_the_deal_and_a_reversal_against_the_next() {
        published("steep", plan(5));
        set("anna", "2017-Q1", "1000.00", "steep");
        set("anna", "2017-Q2", "2000.00", "steep");
        set("rita", "2017-Q1", "1000.00", "steep");
        String one = won("anna", FEBRUARY, new Closed(Outcome.WON, Money.parse("USD 1000.00"), null, null));
        won("anna", MARCH, new Closed(Outcome.WON, null, null, null));
        won("bob", MARCH, new Closed(Outcome.WON, Money.parse("USD 700.00"), null, null));
        won(
                "anna",
                MARCH,
                new Closed(Outcome.WON, Money.parse("EUR 50.00"), null, null, new ExchangeRate("USD", "1.10", 1)));
        String unrated = won("anna", MARCH, new Closed(Outcome.WON, Money.parse("GBP 10.00"), null, null));
        service.tell(
                one,
                APRIL,
                new CloseReversed(
                        Reversal.CLIENT_CANCELLED, "bankrupt", "mia", "max", new Holder(ACCOUNT_EXECUTIVE, "anna")));

        // the second is worth what it was qualified at; 80 % of 1,000 and of 500 and of 55: 5 % up to the quota, 8 %
        // above
        eventually().untilAsserted(() -> {
            JsonNode first = attainment(ANNA, "anna", "2017-Q1");
            assertThat(first.path("credited").path("amount").asString()).isEqualTo("1244.00");
            assertThat(first.path("percent").asString()).isEqualTo("124.4");
            assertThat(first.path("commission").path("amount").asString()).isEqualTo("69.52");
            assertThat(first.path("lines")).hasSize(3);
            assertThat(first.path("lines").get(0).path("deal").asString()).isEqualTo(one);
            assertThat(first.path("unrated").findValuesAsString("deal")).containsExactly(unrated);
            assertThat(attainment(MIA, "rita", "2017-Q1")
                            .path("credited")
                            .path("amount")
                            .asString())
                    .isEqualTo("451.00");
            JsonNode second = attainment(MIA, "anna", "2017-Q2");
            assertThat(second.path("credited").path("amount").asString()).isEqualTo("-800.00");
            assertThat(second.path("commission").path("amount").asString()).isEqualTo("-40.00");
        });
        assertThat(code(service.get(ANNA, "/v1/quotas/rita/2017-Q1/attainment"), 403))
                .isEqualTo("quota-of-another");
    }

    @Test
    void a_plans_next_version_pays_nobody_until_a_quota_names_it() {
        published("growing", plan(5));
        set("bob", "2017-Q4", "1000.00", "growing");
        published("growing", plan(6));
        published("growing", plan(6));
        JsonNode versions =
                service.get(ANNA, "/v1/incentive-plans/growing/versions").json();
        assertThat(versions.findValuesAsString("version")).containsExactly("2", "1");
        assertThat(service.get(MIA, "/v1/quotas/bob/2017-Q4")
                        .json()
                        .path("planVersion")
                        .asInt())
                .isOne();

        set("bob", "2017-Q4", "1000.00", "growing");
        set("bob", "2017-Q4", "1000.00", "growing");

        assertThat(service.get(MIA, "/v1/quotas/bob/2017-Q4/versions").json().findValuesAsString("planVersion"))
                .containsExactly("2", "1");
        assertThat(service.get(MIA, "/v1/quotas?period=2017-Q4")
                        .json()
                        .path("items")
                        .findValuesAsString("version"))
                .containsExactly("2");
    }

    @Test
    void what_a_plan_or_quota_cannot_be_is_refused_and_leaves_nothing() {
        published("plain", plan(5));
        Map<String, Object> uneven = plan(5);
        uneven.put("splits", Map.of("ACCOUNT_EXECUTIVE", 80, "SALES_REPRESENTATIVE", 19));
        Service.Answer refused = service.put(MIA, "/v1/incentive-plans/uneven", uneven);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("pointer").asString()).isEqualTo("/splits");
        assertThat(service.get(MIA, "/v1/incentive-plans/uneven").status()).isEqualTo(404);
        assertThat(code(service.put(ANNA, "/v1/incentive-plans/plain", plan(50)), 403))
                .isEqualTo("role-required");
        assertThat(code(quota(ANNA, "bob", "2018-Q1", "9.00", "plain"), 403)).isEqualTo("role-required");
        assertThat(code(quota(MIA, "mia", "2018-Q1", "9.00", "plain"), 403)).isEqualTo("own-quota");
        assertThat(code(quota(MIA, "nobody", "2018-Q1", "9.00", "plain"), 404)).isEqualTo("member-unknown");
        assertThat(code(quota(MIA, "bob", "2018-01", "9.00", "plain"), 422)).isEqualTo("period-not-the-plans");
        assertThat(code(quota(MIA, "bob", "2018-Q1", "9.00", "none"), 422)).isEqualTo("incentive-plan-unknown");
        assertThat(quota(MIA, "bob", "2018-Q1", "0.00", "plain").status()).isEqualTo(422);
        assertThat(code(
                        service.put(
                                MIA,
                                "/v1/quotas/bob/2018-Q1",
                                Map.of("amount", Map.of("amount", "9.00", "currency", "EUR"), "plan", "plain")),
                        422))
                .isEqualTo("currency-not-the-plans");
        assertThat(code(service.get(MIA, "/v1/quotas/bob/2018-Q1"), 404)).isEqualTo("quota-unknown");
    }

    private static Map<String, Object> plan(int rate) {
        return new HashMap<>(Map.of(
                "currency",
                "USD",
                "period",
                "QUARTER",
                "rate",
                rate,
                "accelerators",
                List.of(Map.of("from", 100, "rate", 8)),
                "splits",
                Map.of("ACCOUNT_EXECUTIVE", 80, "SALES_REPRESENTATIVE", 20)));
    }

    @Test
    void an_attainment_is_as_it_was_on_either_clock() {
        Instant february = Instant.parse("2016-02-10T12:00:00Z");
        Instant march = Instant.parse("2016-03-10T12:00:00Z");
        published("level", plan(5));
        Instant before = Instant.now();
        set("lena", "2016-Q1", "1000.00", "level");
        won("lena", february, new Closed(Outcome.WON, Money.parse("USD 1000.00"), null, null));
        eventually().untilAsserted(() -> assertThat(credited("")).isEqualTo("800.00"));
        Instant between = Instant.now();
        set("lena", "2016-Q1", "2000.00", "level");
        won("lena", march, new Closed(Outcome.WON, Money.parse("USD 100.00"), null, null));
        eventually().untilAsserted(() -> assertThat(credited("")).isEqualTo("880.00"));

        assertThat(credited("?asOf=" + march.minusSeconds(1))).isEqualTo("800.00");
        assertThat(credited("?asOf=" + february.minusSeconds(1))).isEqualTo("0.00");
        assertThat(credited("?knownAt=" + between)).isEqualTo("800.00");
        String path = "/v1/quotas/lena/2016-Q1/attainment";
        JsonNode then = service.get(MIA, path + "?knownAt=" + between).json();
        assertThat(then.path("percent").asString()).isEqualTo("80.0");
        assertThat(then.path("quota").path("version").asInt()).isEqualTo(1);
        assertThat(then.path("knownAt").asString()).isEqualTo(between.toString());
        assertThat(service.get(MIA, path + "?asOf=" + march)
                        .json()
                        .path("percent")
                        .asString())
                .isEqualTo("44.0");
        assertThat(code(service.get(MIA, path + "?knownAt=" + before), 404)).isEqualTo("quota-unknown");
        assertThat(service.get(MIA, path + "?asOf=soon").status()).isEqualTo(400);
    }

    private static String credited(String question) {
        return service.get(MIA, "/v1/quotas/lena/2016-Q1/attainment" + question)
                .json()
                .path("credited")
                .path("amount")
                .asString();
    }

    private static void published(String name, Map<String, Object> plan) {
        Service.Answer answer = service.put(MIA, "/v1/incentive-plans/" + name, plan);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void set(String member, String period, String amount, String plan) {
        Service.Answer answer = quota(MIA, member, period, amount, plan);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Service.Answer quota(String who, String member, String period, String amount, String plan) {
        return service.put(
                who,
                "/v1/quotas/" + member + "/" + period,
                Map.of("amount", Map.of("amount", amount, "currency", "USD"), "plan", plan));
    }

    private static JsonNode attainment(String who, String member, String period) {
        Service.Answer answer = service.get(who, "/v1/quotas/" + member + "/" + period + "/attainment");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String won(String executive, Instant at, Closed close) {
        String deal = service.newDeal();
        service.tell(deal, at.minusSeconds(86_400), Service.lead(null, null, new Holder(SALES_REPRESENTATIVE, "rita")));
        service.tell(
                deal,
                at.minusSeconds(3_600),
                new LeadQualified(Money.parse("USD 500.00"), new RequestedHolder(ACCOUNT_EXECUTIVE, executive), null));
        service.tell(deal, at, close);
        return deal;
    }

    private static String code(Service.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json().get("code").asString();
    }
}
