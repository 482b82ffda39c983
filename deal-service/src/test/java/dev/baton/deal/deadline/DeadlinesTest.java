package dev.baton.deal.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadlinesTest {
    private static final String SUPPORT = TestTokens.member("suzy", "CUSTOMER_SUPPORT_REPRESENTATIVE");

    private static final String MANAGER = TestTokens.member("maria", "SALES_MANAGER");
    private static final String LIMITED = """
            {"required": ["lead-found", "closed"], "criteria": [],
             "sla": {"stageLimits": {"PROSPECTING": "PT8H"}, "firstResponse": "PT4H"}}""";

    private final String database = House.newDatabase();
    private final String subject = Events.newSubject();
    private final String deal = DealIdentity.of("urn:crm", subject);
    private final String path = "/v1/deals/" + deal;

    @Test
    void a_promise_whose_time_ran_out_while_the_service_was_down_is_broken_at_its_time() {
        Instant due;
        try (ConfigurableApplicationContext service = House.openOn(database)) {
            promise(service);
            due = waiting(service).getFirst();
        }
        try (ConfigurableApplicationContext service = House.openWith(AMonthLater.class, database)) {
            await().atMost(House.PATIENCE)
                    .untilAsserted(() -> assertThat(types(service)).endsWith("baton.deal.commitment-breached.v1"));
            assertThat(events(service).getLast().envelope().time()).isEqualTo(due);
            assertThat(waiting(service)).isEmpty();
            Http.Answer late =
                    House.http(service).as(SUPPORT).command(path + "/fulfil-commitment", "{\"commitment\": \"parts\"}");
            assertThat(late.status()).isEqualTo(200);
            assertThat(types(service)).containsOnlyOnce("baton.deal.commitment-breached.v1");
        }
    }

    @Test
    void a_promise_is_counted_in_the_calendar_of_the_pipelines_team() {
        try (ConfigurableApplicationContext service = House.openOn(database)) {
            House.http(service)
                    .as(MANAGER)
                    .put(
                            "/v1/pipelines/harbour",
                            "{\"required\": [\"lead-found\", \"closed\"], \"criteria\": [], \"team\": \"harbour\"}");
            promise(service, "harbour");
            assertThat(events(service).getLast().envelope().data())
                    .contains("\"calendar\":{\"team\":\"harbour\",\"version\":0}");
        }
    }

    @Test
    void a_promise_that_is_kept_waits_for_nothing() {
        try (ConfigurableApplicationContext service = House.openOn(database)) {
            promise(service);
            assertThat(waiting(service)).hasSize(1);
            House.http(service).as(SUPPORT).command(path + "/fulfil-commitment", "{\"commitment\": \"parts\"}");
            assertThat(waiting(service)).isEmpty();
        }
    }

    @Test
    void a_stage_that_was_not_left_in_time_while_the_service_was_down_is_told_with_the_time_that_it_had() {
        Instant due;
        try (ConfigurableApplicationContext service = House.openOn(database)) {
            limited(service);
            due = waiting(service).getFirst();
            assertThat(due).isAfter(Instant.now());
            House.http(service)
                    .as(MANAGER)
                    .command(
                            path + "/put-on-hold",
                            "{\"reviewDate\": \"%s\", \"reason\": \"moves house\"}"
                                    .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(60)));
            assertThat(waiting(service)).isEmpty();
            assertThat(House.http(service)
                            .as(MANAGER)
                            .command(path + "/resume", "{}")
                            .status())
                    .isEqualTo(200);
            assertThat(waiting(service)).hasSize(1);
            assertThat(House.http(service).get(path).json().path("deadlines").toString())
                    .contains("STAGE_LIMIT");
        }
        try (ConfigurableApplicationContext service = House.openWith(AMonthLater.class, database)) {
            await().atMost(House.PATIENCE)
                    .untilAsserted(() -> assertThat(types(service)).endsWith("baton.deal.sla-breached.v1"));
            assertThat(events(service).getLast().envelope().time()).isAfterOrEqualTo(due);
            assertThat(events(service).getLast().envelope().data())
                    .contains("\"sla\":\"STAGE_LIMIT\"", "\"stage\":\"PROSPECTING\"");
            await().atMost(House.PATIENCE)
                    .untilAsserted(() -> assertThat(waiting(service)).isEmpty());
            assertThat(types(service)).containsOnlyOnce("baton.deal.sla-breached.v1");
        }
    }

    @Test
    void unfit_times_are_refused_by_name() {
        try (ConfigurableApplicationContext service = House.openOn(database)) {
            Http.Answer answer =
                    House.http(service).as(MANAGER).put("/v1/pipelines/limited", LIMITED.replace("PT8H", "soon"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("pointer").asString()).isEqualTo("/sla/stageLimits/PROSPECTING");
        }
    }

    private void limited(ConfigurableApplicationContext service) {
        Http http = House.http(service);
        assertThat(http.as(MANAGER).put("/v1/pipelines/limited", LIMITED).status())
                .isEqualTo(200);
        assertThat(http.structured(Events.leadFound(subject, "limited")).status())
                .isEqualTo(200);
    }

    /// The table is written with the facts; were a row of it wrong, the next look finds that out.
    @Test
    void a_row_that_no_deal_stands_behind_is_dismissed() {
        try (ConfigurableApplicationContext service = House.openOn(database)) {
            House.http(service).structured(Events.leadFound(subject));
            service.getBean(JdbcClient.class)
                    .sql("insert into deal_deadline (deal, kind, due_at) values (?, 'COMMITMENT', '2026-01-01Z')")
                    .param(deal)
                    .update();
            await().atMost(House.PATIENCE)
                    .untilAsserted(() -> assertThat(waiting(service)).isEmpty());
            assertThat(types(service)).containsExactly("baton.deal.lead-found.v1");
        }
    }

    private void promise(ConfigurableApplicationContext service) {
        promise(service, "milestones");
    }

    private void promise(ConfigurableApplicationContext service, String pipeline) {
        Http http = House.http(service);
        http.ndjson(Events.leadFound(subject, pipeline) + "\n" + Events.won(subject));
        service.getBean(DealOffice.class)
                .send(
                        new RecogniseHolder(deal, new Holder(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, "suzy"), 1),
                        Acting.as(Actor.client("roles")),
                        Map.of());
        Http.Answer made = http.as(SUPPORT).command(path + "/make-commitment", """
                {"commitment": "parts", "what": "Spare parts on site", "workingMinutes": 60}""");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
    }

    private List<Instant> waiting(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class)
                .sql("select due_at from deal_deadline where deal = ?")
                .param(deal)
                .query((row, number) ->
                        row.getObject("due_at", java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    private List<String> types(ConfigurableApplicationContext service) {
        return events(service).stream().map(event -> event.envelope().type()).toList();
    }

    private List<StoredEvent> events(ConfigurableApplicationContext service) {
        return service.getBean(EventLog.class).readStream(StreamId.deal(deal), 0);
    }

    static final class AMonthLater {
        @Bean
        @Primary
        Clock later() {
            return Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
        }
    }
}
