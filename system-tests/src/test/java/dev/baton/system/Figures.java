package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What the 8,800 deals of the demo come to, counted by hand from the file: see the demo's README.
record Figures(
        int leads,
        int qualified,
        int won,
        int lost,
        int open,
        String wonValue,
        String winRateByCount,
        String winRateByValue,
        String openValue,
        int wonCycleMedianDays,
        int wonCycleP90Days,
        int requestedGranted,
        int inSupport,
        int waitingInEast,
        int waiting) {

    static final Figures EXPECTED = new Figures(
            8800, 8300, 4238, 2473, 2089, "10005534.00", "0.6315", "0.6272", "4966215.00", 57, 106, 8300, 4213, 25, 25);

    static Figures of(Api projections) {
        JsonNode pipeline = projections.get("/v1/pipeline").json().path("totals");
        JsonNode winLoss = projections.get("/v1/win-loss").json().path("rows").path(0);
        JsonNode cycle = row(projections.get("/v1/cycle-time"), "LEAD_FOUND", "WON");
        JsonNode handoffs = projections.get("/v1/handoffs").json();
        return new Figures(
                pipeline.path("deals").asInt(),
                pipeline.path("qualified").asInt(),
                pipeline.path("won").asInt(),
                pipeline.path("lost").asInt(),
                pipeline.path("open").asInt(),
                winLoss.path("wonValue").asString(),
                rate(winLoss.path("winRateByCount")),
                rate(winLoss.path("winRateByValue")),
                pipeline.path("openValue").path(0).path("amount").asString(),
                cycle.path("medianDays").asInt(),
                cycle.path("p90Days").asInt(),
                handoffs.path("totals").path("requested").path("granted").asInt(),
                pipeline.path("inSupport").asInt(),
                waitingInEast(handoffs),
                handoffs.path("totals").path("waitingNow").asInt());
    }

    static void assertReached(Api projections) {
        assertThat(of(projections)).isEqualTo(EXPECTED);
    }

    private static String rate(JsonNode rate) {
        return new BigDecimal(rate.asString()).setScale(4).toPlainString();
    }

    private static int waitingInEast(JsonNode handoffs) {
        return StreamSupport.stream(handoffs.path("waiting").spliterator(), false)
                .filter(row -> row.path("role").asString().equals("CUSTOMER_SUPPORT_REPRESENTATIVE"))
                .filter(row -> row.path("territory").asString().equals("East"))
                .mapToInt(row -> row.path("deals").asInt())
                .sum();
    }

    private static JsonNode row(Api.Reply reply, String start, String outcome) {
        return StreamSupport.stream(reply.json().path("rows").spliterator(), false)
                .filter(row -> row.path("start").asString().equals(start))
                .filter(row -> row.path("outcome").asString().equals(outcome))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + start + " " + outcome + " in " + reply.body()));
    }
}
