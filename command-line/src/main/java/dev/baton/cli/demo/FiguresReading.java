package dev.baton.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Picks the summary's figures out of the reports; nothing is computed but percentages from shares.
final class FiguresReading {
    private static final String CURRENCY = "USD";

    private FiguresReading() {}

    static Figures of(JsonNode pipeline, JsonNode winLoss, JsonNode cycleTime, JsonNode handoffs) {
        JsonNode totals = pipeline.path("totals");
        JsonNode usd = row(winLoss, "currency", CURRENCY);
        JsonNode cycle = wonCycle(cycleTime);
        JsonNode executives = entry(handoffs.path("requested"), "role", Person.ACCOUNT_EXECUTIVE);
        Map<String, Long> queued = queued(handoffs.path("waiting"));
        return new Figures(
                totals.path("deals").asLong(0),
                totals.path("qualified").asLong(0),
                totals.path("won").asLong(0),
                totals.path("lost").asLong(0),
                totals.path("open").asLong(0),
                decimal(usd.path("wonValue")),
                percent(winLoss.path("totals").path("winRateByCount")),
                percent(usd.path("winRateByValue")),
                decimal(entry(totals.path("openValue"), "currency", CURRENCY).path("amount")),
                cycle.path("medianDays").asLong(0),
                cycle.path("p90Days").asLong(0),
                executives.path("granted").asLong(0),
                executives.path("notGranted").asLong(0),
                totals.path("inSupport").asLong(0),
                queued.values().stream().mapToLong(Long::longValue).sum(),
                queued);
    }

    private static Map<String, Long> queued(JsonNode waiting) {
        Map<String, Long> queued = new TreeMap<>();
        for (JsonNode group : waiting) {
            if (group.path("role").asString("").equals(Person.CUSTOMER_SUPPORT_REPRESENTATIVE)) {
                queued.merge(
                        group.path("territory").asString("-"),
                        group.path("deals").asLong(0),
                        Long::sum);
            }
        }
        return queued;
    }

    private static JsonNode wonCycle(JsonNode cycleTime) {
        return StreamSupport.stream(cycleTime.path("rows").spliterator(), false)
                .filter(row -> row.path("start").asString("").equals("LEAD_FOUND"))
                .filter(row -> row.path("outcome").asString("").equals("WON"))
                .findFirst()
                .orElse(cycleTime.path("none"));
    }

    private static JsonNode row(JsonNode report, String key, String value) {
        return entry(report.path("rows"), key, value);
    }

    private static JsonNode entry(JsonNode list, String key, String value) {
        Optional<JsonNode> found = StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.path(key).asString("").equals(value))
                .findFirst();
        return found.orElse(list.path("none"));
    }

    private static BigDecimal percent(JsonNode share) {
        return decimal(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(JsonNode number) {
        String text = number.asString("0");
        return new BigDecimal(text.isBlank() ? "0" : text);
    }
}
