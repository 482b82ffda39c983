package dev.baton.projections.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Running;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoryTest {
    private final Running service = Office.running();

    @Test
    void a_story_tells_stages_holders_and_why_they_were_chosen() {
        JsonNode story = service.json("/v1/deals/deal-1");

        assertThat(story.at("/deal/state").asString()).isEqualTo("IN_SUPPORT");
        assertThat(texts(story.path("visits"), "stage"))
                .containsExactly("PROSPECTING", "QUALIFIED", "WON", "IN_SUPPORT");
        assertThat(texts(story.path("visits"), "holderMember")).containsExactly("rita", "anna", "anna", "sam");
        assertThat(texts(story.path("holdings"), "holderMember")).containsExactly("rita", "anna", "sam");
        assertThat(story.at("/decisions/0/candidates/0/member").asString()).isEqualTo("anna");
    }

    @Test
    void a_visit_belongs_to_whoever_held_it_by_effective_time() {
        JsonNode visits = service.json("/v1/deals/deal-3").path("visits");

        assertThat(texts(visits, "stage")).containsExactly("PROSPECTING", "QUALIFIED", "LOST");
        assertThat(texts(visits, "holderMember")).containsExactly("rita", "bert", "bert");
    }

    @Test
    void a_timeline_has_cause_and_actor() {
        JsonNode second = service.json("/v1/deals/deal-1/timeline").at("/items/1");

        assertThat(second.path("type").asString()).isEqualTo("baton.responsibility.responsibility-opened.v1");
        assertThat(second.path("causeType").asString()).isEqualTo("baton.deal.lead-found.v1");
        assertThat(second.path("actor").asString()).isEqualTo("somebody");
    }

    @Test
    void every_listing_is_complete_and_without_doubles_page_by_page() {
        assertThat(pages("/v1/deals?limit=1", "dealId"))
                .containsExactlyInAnyOrder("deal-1", "deal-2", "deal-3", "deal-4", "deal-5", "deal-6");
        assertThat(pages("/v1/handoffs/list?limit=2", "recordedAt")).hasSize(5).doesNotHaveDuplicates();
        assertThat(pages("/v1/deals/deal-1/timeline?limit=3", "eventId"))
                .hasSize(15)
                .doesNotHaveDuplicates();
        assertThat(pages("/v1/workload/days?limit=2", "day")).hasSize(10);
    }

    @Test
    void deals_are_found_by_state_holder_territory_and_words() {
        assertThat(pages("/v1/deals?state=lost", "dealId")).containsExactly("deal-3", "deal-4");
        assertThat(pages("/v1/deals?holder=anna", "dealId")).containsExactly("deal-5", "deal-2");
        assertThat(pages("/v1/deals?territory=West&state=prospecting", "dealId"))
                .containsExactly("deal-6");
        assertThat(pages("/v1/deals?q=mg%20SPEC", "dealId")).containsExactly("deal-6", "deal-3", "deal-4");
        assertThat(pages("/v1/deals?q=%25", "dealId")).isEmpty();
    }

    @Test
    void a_listing_comes_as_lines_of_json_too() {
        var lines = service.get("/v1/deals?limit=4", "application/x-ndjson");

        assertThat(lines.body().lines()).hasSize(4).allMatch(line -> line.startsWith("{\"dealId\":"));
        assertThat(lines.headers().firstValue("Link").orElseThrow()).contains("rel=\"next\"");
    }

    private List<String> pages(String path, String field) {
        List<String> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = service.json(path + (next.isEmpty() ? "" : "&after=" + next));
            all.addAll(texts(page.path("items"), field));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString()).toList();
    }
}
