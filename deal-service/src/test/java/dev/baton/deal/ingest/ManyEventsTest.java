package dev.baton.deal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyEventsTest {
    private static final int DEALS = 700;

    private final Http http = House.http();

    @Test
    void thousands_of_lines_are_applied_once_each_deal_in_its_order() {
        String run = Events.newSubject();
        String lines = IntStream.range(0, DEALS)
                .mapToObj(deal -> run + "-" + deal)
                .map(subject -> Events.leadFound(subject) + "\n" + Events.leadQualified(subject) + "\n"
                        + Events.won(subject) + "\n")
                .collect(Collectors.joining());
        assertThat(statuses(http.ndjson(lines))).isEqualTo(Map.of("APPLIED", 3L * DEALS));
        assertThat(statuses(http.ndjson(lines))).isEqualTo(Map.of("REPLAYED", 3L * DEALS));
    }

    @Test
    void a_refusal_among_many_touches_nobody_else() {
        String run = Events.newSubject();
        String lines = IntStream.range(0, 60)
                .mapToObj(deal -> Events.leadFound(run + "-" + deal, deal == 30 ? "nowhere" : "milestones"))
                .collect(Collectors.joining("\n"));
        assertThat(statuses(http.ndjson(lines))).isEqualTo(Map.of("APPLIED", 59L, "REJECTED", 1L));
        assertThat(statuses(http.ndjson(lines))).isEqualTo(Map.of("REPLAYED", 59L, "REJECTED", 1L));
    }

    private static Map<String, Long> statuses(Http.Answer answer) {
        return answer.body()
                .lines()
                .map(line -> Http.JSON.readTree(line).path("status").asString())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
