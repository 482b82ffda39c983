package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A store, a topic and a read model are injured behind the services' backs: `./baton verify` names each injury, and
/// what lies on the topics comes back by `./baton republish`. Each test leaves everything as it found it.
@Tag("system")
@Order(9)
class InjuriesTest {
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DEALS = 60;
    private static final int LOST = 20;

    private static Baton baton;
    private static Database deals;
    private static Database roles;
    private static Database projections;

    @BeforeAll
    static void start() {
        baton = Baton.fresh("injured-data");
        baton.run(START, "up", "--detach").successful();
        deals = Database.of(baton, "deals");
        roles = Database.of(baton, "roles");
        projections = Database.of(baton, "projections");
        String told = baton.service("deal-service", "integration")
                .post("/v1/deal-events", story(), Map.of("Content-Type", "application/x-ndjson"))
                .body();
        assertThat(told.lines()).hasSize(3 * DEALS).allMatch(line -> line.contains("APPLIED"));
        await().atMost(PATIENCE).until(InjuriesTest::everythingIsTold);
    }

    @AfterAll
    static void stop() {
        baton.run("down").successful();
    }

    @Test
    @Order(1)
    void nothing_is_found_where_nothing_was_done() {
        Baton.Outcome verified = baton.run("verify").successful();
        assertThat(verified.output()).contains("VERIFIED: stores, topics and rows say the same.");
    }

    @Test
    @Order(2)
    void one_changed_byte_of_an_event_is_found_in_the_store_and_against_the_topic() {
        String event = deals.text("select event_id from event where type = 'baton.deal.closed.v1' limit 1");
        String changing = "update event set payload = replace(payload, '%s', '%s') where event_id = '" + event + "'";
        assertThat(deals.change(changing.formatted("outcome", "outcomE"))).isEqualTo(1);

        Findings found = verify(1);

        assertThat(found.of("STORE", "ALTERED", "detail"))
                .isNotEmpty()
                .allMatch(detail -> detail.startsWith("commit of " + positionsOfTheCommitOf(event) + ": "));
        assertThat(found.of("TOPIC", "ALTERED", "event")).containsExactly(event);
        assertThat(found.kinds()).containsOnly("STORE ALTERED", "TOPIC ALTERED");
        deals.change(changing.formatted("outcomE", "outcome"));
    }

    private static String positionsOfTheCommitOf(String event) {
        return deals.text("""
                select case when first_position = last_position then 'position ' || first_position
                            else 'positions ' || first_position || ' to ' || last_position end
                from event_commit where (select position from event where event_id = '%s')
                                        between first_position and last_position""".formatted(event));
    }

    @Test
    @Order(3)
    void a_deleted_event_is_missing_from_the_store_and_extra_on_the_topic() {
        String event = deals.text("select event_id from event where type = 'baton.deal.lead-qualified.v1' limit 1");
        String position = deals.text("select position from event where event_id = '" + event + "'");
        deals.change("create table kept as select * from event where event_id = '" + event + "'");
        assertThat(deals.change("delete from event where event_id = '" + event + "'"))
                .isEqualTo(1);

        Findings found = verify(1);

        assertThat(found.of("STORE", "MISSING", "place")).containsExactly("position " + position);
        assertThat(found.of("TOPIC", "EXTRA", "event")).containsExactly(event);
        assertThat(found.kinds()).containsOnly("STORE MISSING", "TOPIC EXTRA");
        deals.change("insert into event select * from kept");
        deals.change("drop table kept");
    }

    @Test
    @Order(4)
    void a_changed_row_of_a_read_model_is_found_with_its_column() {
        String deal = projections.text("select deal_id from gen_1.deal_current limit 1");
        String changing = "update gen_1.deal_current set value = value %s 1 where deal_id = '" + deal + "'";
        assertThat(projections.change(changing.formatted("+"))).isEqualTo(1);

        Findings found = verify(1);

        assertThat(found.of("ROWS", "ALTERED", "place")).containsExactly("gen_1.deal_current " + deal);
        assertThat(found.of("ROWS", "ALTERED", "detail"))
                .singleElement()
                .asString()
                .endsWith("another value of value");
        assertThat(found.kinds()).containsOnly("ROWS ALTERED");
        projections.change(changing.formatted("-"));
    }

    @Test
    @Order(5)
    void a_deleted_record_is_missed_by_all_three_and_comes_back_by_force() {
        TopicInjuries.of(baton).deleteARecord();

        Findings found = verify(1);

        List<String> lost = found.of("TOPIC", "MISSING", "subject");
        assertThat(lost).hasSize(1);
        assertThat(found.of("INTAKE", "EXTRA", "subject")).isEqualTo(lost);
        assertThat(found.of("ROWS", "MISSING", "subject")).isNotEmpty().containsOnlyElementsOf(lost);
        assertThat(found.kinds()).containsOnly("TOPIC MISSING", "INTAKE EXTRA", "ROWS MISSING");

        Baton.Outcome refused = baton.run("republish", "--yes");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errors()).contains("with --force they are deleted");
        baton.run("republish", "--yes", "--force").successful();
        verify(0);
    }

    @Test
    @Order(6)
    void topics_that_were_deleted_are_filled_again_and_the_rows_are_the_same() {
        List<String> before = rows();
        TopicInjuries.of(baton).deleteTopics();

        assertThat(verify(1).kinds()).contains("TOPIC MISSING", "INTAKE EXTRA", "ROWS EXTRA");

        baton.run("republish", "--yes").successful();
        verify(0);
        assertThat(rows()).isEqualTo(before);
        baton.run("replay").successful();
        assertThat(rows()).as("rebuilt from what was filled again").isEqualTo(before);
        verify(0);
    }

    private record Findings(List<JsonNode> all) {
        List<String> of(String where, String fault, String field) {
            return all.stream()
                    .filter(finding -> kind(finding).equals(where + " " + fault))
                    .map(finding -> finding.path(field).asString())
                    .toList();
        }

        List<String> kinds() {
            return all.stream().map(Findings::kind).toList();
        }

        private static String kind(JsonNode finding) {
            return finding.path("where").asString() + " "
                    + finding.path("fault").asString();
        }
    }

    private static Findings verify(int exit) {
        Baton.Outcome verified = baton.run("verify", "--output", "json");
        assertThat(verified.exit())
                .as("%s%n%s", verified.output(), verified.errors())
                .isEqualTo(exit);
        return new Findings(Api.JSON
                .readTree(verified.output())
                .path("services")
                .valueStream()
                .flatMap(report -> report.path("findings").valueStream())
                .toList());
    }

    /// What every row of the live generation says.
    private static List<String> rows() {
        String live = projections.text("select name from generation where live");
        List<String> rows = new ArrayList<>();
        for (String table : projections.texts(
                "select table_name from information_schema.tables where table_schema = '" + live + "' order by 1")) {
            rows.addAll(projections.texts("select '" + table + " ' || t::text from " + live + "." + table
                    + " t order by t::text collate \"C\""));
        }
        rows.addAll(projections.texts("select deal_id || ordinal || source || sequence from analytics.deal_timeline"
                + " order by deal_id, ordinal"));
        return rows;
    }

    /// The deals' news and what the relay makes of it, to the last read model.
    private static boolean everythingIsTold() {
        String waiting = " where role = 'CUSTOMER_SUPPORT_REPRESENTATIVE'";
        return roles.number("select count(*) from responsibility where ended_at is not null") == LOST
                && roles.number("select count(*) from waiting_assignment" + waiting) == DEALS - LOST
                && published(deals)
                && published(roles)
                && projections.number("select count(*) from gen_1.deal_current where state in ('WON', 'LOST')") == DEALS
                && projections.number("select count(*) from gen_1.waiting_assignment" + waiting) == DEALS - LOST;
    }

    private static boolean published(Database log) {
        return log.number("select position from publisher_token") == log.number("select max(position) from event");
    }

    private static String story() {
        return IntStream.range(0, DEALS).mapToObj(InjuriesTest::story).collect(Collectors.joining("\n"));
    }

    private static String story(int number) {
        boolean won = number % 3 > 0;
        return String.join(
                "\n",
                event(number, "lead-found", 5, """
                        {"pipeline": "milestones", "title": "Twelve presses", "territory": "Central",
                         "value": {"amount": "4821.00", "currency": "USD"}}"""),
                event(number, "lead-qualified", 6, "{}"),
                event(number, "closed", 9, won ? "{\"outcome\": \"WON\"}" : """
                        {"outcome": "LOST", "reason": "PRICE"}"""));
    }

    private static String event(int number, String type, int day, String data) {
        return """
                {"specversion": "1.0", "id": "%1$d/%2$s", "source": "injuries", "subject": "%1$d",
                 "type": "baton.deal.%2$s.v1", "time": "2026-01-0%3$dT09:30:00Z", "data": %4$s}""".formatted(number, type, day, data).replace("\n", "");
    }
}
