package dev.baton.projections.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Running;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final Running service = Office.running();

    @Test
    void the_overview_shows_the_figures_that_the_api_tells() {
        String page = page("/");

        assertThat(page)
                .contains("Leads", "Win rate", "50.00 %", "5,500.00 USD", "700.00 USD")
                .contains("Anna Snelling", "Customer support representative", "East")
                .contains("id=\"chart-data\"");
    }

    @Test
    void the_part_that_refreshes_itself_is_no_whole_page() {
        assertThat(page("/console/overview")).contains("Hand-offs").doesNotContain("<html");
    }

    @Test
    void whoever_has_left_stands_among_the_workload_while_they_have_deals() {
        assertThat(page("/console/overview"))
                .containsPattern(
                        "class=\"who\">Sam Okoro</span>\\s*<span class=\"quiet\">Customer support representative · has left<")
                .contains("class=\"who\">Anna Snelling")
                .doesNotContain("class=\"who\">Bert Moll");
    }

    @Test
    void deals_can_be_searched_without_a_script() {
        assertThat(page("/deals?q=special&state=PROSPECTING"))
                .contains("/deals/deal-6")
                .doesNotContain("/deals/deal-1\"");
    }

    @Test
    void a_deal_tells_its_story_in_sentences() {
        assertThat(page("/deals/deal-1"))
                .contains(
                        "Lead found: GTX Pro for Cancity, 5,000.00 USD",
                        "The baton passes from Rita Reyes to Anna Snelling (account executive), accepted by policy",
                        "granted",
                        "Handed to support: Sam Okoro");
    }

    @Test
    void a_deal_that_waits_says_for_whom() {
        assertThat(page("/deals/deal-2")).contains("Waits for a").contains("customer support representative");
    }

    @Test
    void an_unknown_deal_is_a_page_too() {
        var answer = service.stranger("/deals/nobody", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No such deal");
    }

    private String page(String path) {
        var answer = service.stranger(path, "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
