package dev.baton.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Listings.
@EdgeApp
class RowsTest {
    @Autowired
    private EdgeClient client;

    @Test
    void pages_lead_to_the_next_until_there_is_none() throws Exception {
        HttpResponse<String> first = client.get("/v1/rows?limit=2&total=3");
        JsonNode page = EdgeClient.JSON.readTree(first.body());
        JsonNode last = EdgeClient.JSON.readTree(
                client.get("/v1/rows?limit=2&total=3&after=" + page.path("next").asString())
                        .body());

        assertThat(first.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link)
                        .contains(
                                "limit=2",
                                "total=3",
                                "after=" + page.path("next").asString(),
                                "rel=\"next\""));
        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(last.path("items").size()).isEqualTo(1);
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void rows_come_as_csv_or_ndjson_on_request() throws Exception {
        String csv = client.send(client.request("/v1/rows?total=2", EdgeClient.ANNA)
                        .header("Accept", "text/csv")
                        .GET())
                .body();
        String empty = client.send(client.request("/v1/rows?total=0", EdgeClient.ANNA)
                        .header("Accept", "text/csv")
                        .GET())
                .body();
        HttpResponse<String> lines = client.send(client.request("/v1/rows?total=2", EdgeClient.ANNA)
                .header("Accept", "application/x-ndjson")
                .GET());

        assertThat(csv).isEqualTo("""
                        id,title,cell.amount,cell.currency,at\r
                        0,"a ""quoted"", title",10.50,EUR,1970-01-01T00:00:00Z\r
                        1,,10.50,EUR,1970-01-01T00:00:00Z\r
                        """);
        assertThat(empty).isEqualTo("id,title,cell.amount,cell.currency,at\r\n");
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\""));
        assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    }
}
