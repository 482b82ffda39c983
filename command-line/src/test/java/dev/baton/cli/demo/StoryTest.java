package dev.baton.cli.demo;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static Dataset dataset;
    private static List<Fact> story;

    @BeforeAll
    static void tell() throws IOException {
        dataset = DatasetFiles.read();
        story = Story.of(dataset);
    }

    @Test
    void the_data_set_is_8800_leads_of_which_8300_are_qualified() {
        assertThat(of(Fact.FOUND)).hasSize(8_800);
        assertThat(of(Fact.QUALIFIED)).hasSize(8_300);
        assertThat(story).hasSize(8_800 + 8_300 + 4_238 + 2_473);
    }

    @Test
    void won_deals_are_4238_with_the_value_of_the_file_and_lost_ones_2473_with_a_reason_and_no_value() {
        List<JsonNode> won = data(Fact.CLOSED).stream()
                .filter(closed -> closed.path("outcome").asString().equals("WON"))
                .toList();
        List<JsonNode> lost = data(Fact.CLOSED).stream()
                .filter(closed -> closed.path("outcome").asString().equals("LOST"))
                .toList();
        assertThat(won).hasSize(4_238);
        assertThat(won.stream().map(StoryTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10005534.00");
        assertThat(lost).hasSize(2_473).allSatisfy(closed -> {
            assertThat(closed.path("reason").asString()).isEqualTo("NOT_RECORDED");
            assertThat(closed.has("value")).isFalse();
        });
    }

    @Test
    void open_deals_are_2089_and_worth_4966215_at_list() {
        HashSet<String> closed = new HashSet<>();
        of(Fact.CLOSED).forEach(fact -> closed.add(fact.opportunity()));
        List<Fact> open = of(Fact.FOUND).stream()
                .filter(fact -> !closed.contains(fact.opportunity()))
                .toList();
        BigDecimal value = open.stream().map(fact -> amount(data(fact))).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(open).hasSize(2_089);
        assertThat(value).isEqualByComparingTo("4966215.00");
    }

    @Test
    void the_500_leads_without_a_day_are_found_on_the_last_and_marked_estimated() {
        List<Fact> estimated = story.stream().filter(Fact::estimated).toList();
        assertThat(estimated).hasSize(500).allSatisfy(fact -> {
            assertThat(fact.kind()).isEqualTo(Fact.FOUND);
            assertThat(fact.time()).isEqualTo(Instant.parse("2017-12-31T12:00:00Z"));
            assertThat(JSON.readTree(fact.line()).path("timeestimated").asString())
                    .isEqualTo("true");
        });
        assertThat(story.stream().filter(not(Fact::estimated)))
                .noneMatch(fact -> fact.line().contains("timeestimated"));
    }

    @Test
    void leads_without_an_account_are_1425() {
        assertThat(data(Fact.FOUND)).filteredOn(found -> !found.has("customer")).hasSize(1_425);
    }

    @Test
    void a_product_written_in_two_ways_is_one() {
        assertThat(data(Fact.FOUND))
                .extracting(found -> found.path("product").asString())
                .doesNotContain("GTXPro");
        assertThat(dataset.prices()).hasSize(7);
    }

    @Test
    void things_are_told_in_the_order_in_which_they_happened() {
        assertThat(story).extracting(Fact::time).isSorted();
        Map<String, Integer> reached = new HashMap<>();
        List<String> order = List.of(Fact.FOUND, Fact.QUALIFIED, Fact.CLOSED);
        assertThat(story).allSatisfy(fact -> {
            int stage = order.indexOf(fact.kind());
            assertThat(reached.getOrDefault(fact.opportunity(), -1)).isEqualTo(stage - 1);
            reached.put(fact.opportunity(), stage);
        });
    }

    @Test
    void every_event_asks_for_the_recorded_agent_as_executive() {
        List<String> executives = Cast.of(dataset).stream()
                .filter(person -> person.role().equals(Person.ACCOUNT_EXECUTIVE))
                .map(Person::id)
                .toList();
        assertThat(data(Fact.QUALIFIED)).allSatisfy(qualified -> {
            assertThat(qualified.path("requestedHolder").path("role").asString())
                    .isEqualTo(Person.ACCOUNT_EXECUTIVE);
            assertThat(qualified.path("requestedHolder").path("member").asString())
                    .isIn(executives);
        });
    }

    @Test
    void telling_it_again_gives_the_same_bytes() throws IOException {
        assertThat(Story.of(DatasetFiles.read()).stream().map(Fact::line).toList())
                .isEqualTo(story.stream().map(Fact::line).toList());
    }

    @Test
    void no_two_events_share_an_id() {
        assertThat(story.stream().map(Fact::id)).doesNotHaveDuplicates();
    }

    private static List<Fact> of(String kind) {
        return story.stream().filter(fact -> fact.kind().equals(kind)).toList();
    }

    private static List<JsonNode> data(String kind) {
        return of(kind).stream().map(StoryTest::data).toList();
    }

    private static JsonNode data(Fact fact) {
        return JSON.readTree(fact.line()).path("data");
    }

    private static BigDecimal amount(JsonNode data) {
        return new BigDecimal(data.path("value").path("amount").asString());
    }
}
