package dev.baton.deal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.StreamId;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Http.Answer;
import dev.baton.web.edge.testing.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/// Whoever loses every race is told to come again, and loses nothing by it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContendedDealsTest {
    private final String database = House.newDatabase();
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start() {
        service = House.openOn(database);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void a_deal_whose_survivor_never_rests_may_be_merged_later() throws Exception {
        String deal = found();
        String survivor = found();
        String key = UUID.randomUUID().toString();

        sql("""
                create function never_rests() returns trigger language plpgsql as $$
                begin
                    if new.type = 'baton.deal.deal-merged.v1' then
                        insert into event (position, event_id, stream_id, sequence, type, payload, metadata,
                                           occurred_at, recorded_at, source)
                        select new.position + 1, gen_random_uuid(), stream_id, sequence + 1, type, payload, metadata,
                               occurred_at, recorded_at, source
                        from event where stream_id = 'deal/%s' order by sequence desc limit 1;
                    end if;
                    return null;
                end $$""".formatted(survivor));
        sql("create trigger never_rests after insert on event for each row execute function never_rests()");
        Answer refused = merge(deal, survivor, key);
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.code()).isEqualTo("store-contended");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(events(deal)).isEqualTo(1);
        assertThat(events(survivor)).isEqualTo(1);

        sql("drop trigger never_rests on event");
        Answer merged = merge(deal, survivor, key);
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merge(deal, survivor, key).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(events(deal)).isEqualTo(2);
    }

    private long events(String deal) {
        return service.getBean(EventLog.class)
                .readStream(StreamId.deal(deal), 0)
                .size();
    }

    private Answer merge(String deal, String survivor, String key) {
        return http("maria", "SALES_MANAGER")
                .command(
                        "/v1/deals/" + deal + "/merge-into",
                        "{\"survivor\": \"%s\"}".formatted(survivor),
                        "Idempotency-Key",
                        key);
    }

    private String found() {
        Answer answer = http("rita", "SALES_REPRESENTATIVE").command("/v1/deals", """
                {"pipeline": "milestones", "title": "Bikes", "customer": {"id": "acme", "name": "Acme"}}""");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("dealId").asString();
    }

    private Http http(String member, String role) {
        return House.http(service).as(TestTokens.member(member, role));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
