package dev.baton.deal.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.StreamId;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.MovableClock;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Deals that go on because their day has come, although nobody was up when it began.
class DueRoundsTest {
    private static final Duration A_WHILE = House.PATIENCE;
    private static final String OFTEN = "--baton.deal.due.every=200ms";
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(10);
    private static final Instant BEGINS = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    @Test
    void a_recycled_lead_is_taken_up_again_although_the_service_was_down_on_its_day() {
        String database = House.newDatabase();
        String deal;
        try (var before = House.openOn(database, OFTEN)) {
            Http rita = rita(before);
            deal = found(rita);
            rest(rita, deal, "recycle-lead", "returnDate");
            assertThat(resting(before)).isEqualTo(1);
        }
        try (var early = at(database, BEGINS.minusSeconds(1))) {
            walk(early);
            assertThat(state(early, deal)).isEqualTo("Nurturing");
        }
        try (var late = at(database, BEGINS.plus(Duration.ofDays(2)))) {
            await().atMost(A_WHILE).until(() -> state(late, deal).equals("Prospecting"));
            await().atMost(A_WHILE).until(() -> resting(late) == 0);
            StoredEvent due = last(late, deal);
            assertThat(due.envelope().type()).isEqualTo("baton.deal.nurture-due.v1");
            assertThat(due.envelope().time()).isEqualTo(BEGINS);
            walk(late);
            assertThat(last(late, deal)).isEqualTo(due);
        }
    }

    @Test
    void a_deal_on_hold_goes_on_by_itself_and_one_that_was_resumed_is_left_alone() {
        String database = House.newDatabase();
        String held;
        String resumed;
        try (var before = House.openOn(database, OFTEN)) {
            Http rita = rita(before);
            held = found(rita);
            resumed = found(rita);
            rest(rita, held, "put-on-hold", "reviewDate");
            rest(rita, resumed, "put-on-hold", "reviewDate");
            assertThat(rita.command(resumed + "/resume", "").status()).isEqualTo(200);
        }
        try (var late = at(database, BEGINS)) {
            await().atMost(A_WHILE).until(() -> resting(late) == 0);
            assertThat(last(late, held).envelope().data()).contains("REVIEW_DUE");
            assertThat(last(late, resumed).envelope().data()).contains("PERSON");
        }
    }

    @Test
    void whoever_was_killed_in_the_middle_of_a_round_keeps_nobody_from_going_on() {
        String database = House.newDatabase();
        String deal;
        try (var before = House.openOn(database, OFTEN)) {
            Http rita = rita(before);
            deal = found(rita);
            rest(rita, deal, "recycle-lead", "returnDate");
        }
        someoneWasKilledInARound(database);
        try (var late = at(database, BEGINS)) {
            await().atMost(A_WHILE).until(() -> state(late, deal).equals("Prospecting"));
        }
    }

    /// As their row stands half a minute later.
    private static void someoneWasKilledInARound(String database) {
        int rows = JdbcClient.create(new DriverManagerDataSource(database))
                .sql("""
                        update scheduled_tasks set picked = true, picked_by = 'killed', version = version + 1,
                            last_heartbeat = now() - interval '31 seconds'
                        where task_name = 'due-deals' and not picked""")
                .update();
        assertThat(rows).isOne();
    }

    private static ConfigurableApplicationContext at(String database, Instant now) {
        MovableClock.set(now);
        return House.openWith(MovableClock.class, database, OFTEN);
    }

    private static void walk(ConfigurableApplicationContext service) {
        service.getBean(DueRounds.class).walk();
    }

    private static Http rita(ConfigurableApplicationContext service) {
        return House.http(service).as(TestTokens.member("rita", "SALES_REPRESENTATIVE"));
    }

    private static String found(Http rita) {
        return rita.command("/v1/deals", "{\"pipeline\": \"standard\", \"title\": \"Bikes\"}")
                .header("Location");
    }

    private static void rest(Http rita, String deal, String command, String field) {
        Http.Answer answer = rita.command(deal + "/" + command, """
                {"%s": "%s", "reason": "later"}""".formatted(field, DAY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String state(ConfigurableApplicationContext service, String deal) {
        return House.http(service).get(deal).json().path("state").asString();
    }

    private static int resting(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from resting_deal")
                .query(Integer.class)
                .single();
    }

    private static StoredEvent last(ConfigurableApplicationContext service, String deal) {
        List<StoredEvent> events =
                service.getBean(EventLog.class).readStream(StreamId.deal(deal.substring(deal.lastIndexOf('/') + 1)), 0);
        return events.getLast();
    }
}
