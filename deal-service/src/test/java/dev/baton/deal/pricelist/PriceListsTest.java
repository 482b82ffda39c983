package dev.baton.deal.pricelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListsTest {
    private static final String PRICES = """
            {"currency": "USD", "validFrom": "2026-01-01", "products": {"GTX Pro": {
              "list": {"amount": "4821.00", "currency": "USD"}, "cost": {"amount": "3000.00", "currency": "USD"}}}}""";

    private final Http anybody = House.http();
    private final Http manager = House.http().as(TestTokens.member("maria", "SALES_MANAGER"));
    private final String name = "l" + Events.newSubject().substring(4).toLowerCase();

    @Test
    void a_price_list_has_versions_and_a_history() {
        Http.Answer first = begin(PRICES);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(path() + "?version=1");
        Http.Answer second = manager.command(path() + "/versions", PRICES.replace("4821", "5000"), "If-Match", "\"1\"");
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        var history = anybody.get(path() + "/versions").json();
        assertThat(history.findValuesAsString("version")).containsExactly("2", "1");
        assertThat(history.findValuesAsString("createdBy")).containsExactly("maria", "maria");
        assertThat(anybody.get(path() + "?version=1").body()).contains("4821.00");
        assertThat(anybody.get("/v1/price-lists").json().findValuesAsString("name"))
                .contains(name);
    }

    @Test
    void the_same_request_again_adds_nothing() {
        begin(PRICES);
        assertThat(begin(PRICES).header("ETag")).isEqualTo("\"1\"");
        String dearer = PRICES.replace("4821", "5000");
        manager.command(path() + "/versions", dearer, "If-Match", "\"1\"");
        assertThat(manager.command(path() + "/versions", dearer, "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(anybody.get(path() + "/versions").json().size()).isEqualTo(2);
    }

    @Test
    void a_version_replaces_the_one_that_was_read() {
        begin(PRICES);
        String dearer = PRICES.replace("4821", "5000");
        assertThat(manager.command(path() + "/versions", dearer).status()).isEqualTo(428);
        assertThat(manager.command(path() + "/versions", dearer, "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void nobody_else_changes_prices() {
        assertThat(anybody.command("/v1/price-lists", body(PRICES)).code()).isEqualTo("role-required");
        assertThat(anybody.get(path()).code()).isEqualTo("unknown-price-list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "\"currency\": \"USD\" | \"currency\": \"XXQ\" | /definition/currency",
                "\"amount\": \"4821.00\" | \"amount\": \"0.00\" | /definition/products/GTX Pro/list",
                "\"amount\": \"3000.00\" | \"amount\": \"-1.00\" | /definition/products/GTX Pro/cost"
            })
    void unfit_prices_are_refused_by_name(String good, String bad, String pointer) {
        Http.Answer answer = begin(PRICES.replaceFirst(Pattern.quote(good), bad));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("pointer").asString()).isEqualTo(pointer);
        assertThat(anybody.get(path()).status()).isEqualTo(404);
    }

    private Http.Answer begin(String prices) {
        return manager.command("/v1/price-lists", body(prices));
    }

    private String body(String prices) {
        return "{\"name\": \"%s\", \"definition\": %s}".formatted(name, prices);
    }

    private String path() {
        return "/v1/price-lists/" + name;
    }
}
