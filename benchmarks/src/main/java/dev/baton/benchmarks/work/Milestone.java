package dev.baton.benchmarks.work;

import java.time.Instant;
import java.util.UUID;

/// An event of the log that every replay reads: a milestone of a deal, as deal-service stores it. The same number is
/// the same event in every run, so that read models can be compared by a checksum.
///
/// @param number from 0, in the order of the log
/// @param sequence its place in its deal's stream
/// @param type the wire name
/// @param data JSON of the type's schema
public record Milestone(
        long number, String deal, long sequence, UUID id, String type, Instant occurredAt, String data) {
    /// What a deal has of them, in this order.
    public static final int EACH = 4;

    /// So many deals are on their way at the same time, a milestone of each in turn.
    private static final int BESIDE = 1_000;

    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");
    private static final String NEED =
            "A faster press line before the spring season, ".repeat(9).strip();
    private static final String EVIDENCE =
            "approved in the board meeting of May, minutes at hand, ".repeat(3).strip();
    private static final String VALUE = "{\"amount\":\"%d.00\",\"currency\":\"USD\"}";

    public static Milestone at(long number) {
        long block = number / (BESIDE * EACH);
        long deal = block * BESIDE + number % BESIDE;
        int step = (int) (number / BESIDE % EACH);
        return new Milestone(
                number,
                new UUID(Request.scattered(deal), deal).toString(),
                step,
                new UUID(Request.scattered(~number), number),
                type(step),
                FIRST.plusMillis(number * 250),
                data(step, deal));
    }

    /// The wire name of a deal's milestone, counted from 0.
    public static String type(int step) {
        return switch (step) {
            case 0 -> "baton.deal.lead-found.v1";
            case 1 -> "baton.deal.lead-qualified.v1";
            case 2 -> "baton.deal.negotiated.v1";
            default -> "baton.deal.closed.v1";
        };
    }

    private static String data(int step, long deal) {
        String value = VALUE.formatted(1_000 + deal % 9_000);
        return switch (step) {
            case 0 -> """
                    {"pipeline":"milestones","title":"Twelve presses, lot %d","customer":{"id":"c%d","name":"Isdom %d"},\
                    "channel":"WEB","territory":"Central","product":"GTX Pro","need":"%s","value":%s,\
                    "pipelineVersion":1,"holder":{"role":"SALES_REPRESENTATIVE","member":"ines-okafor"}}""".formatted(deal, deal % 700, deal % 700, NEED, value);
            case 1 -> """
                    {"value":%s,"evidence":{"budget":"%s","need":"%s"}}""".formatted(value, EVIDENCE, EVIDENCE);
            case 2 -> """
                    {"value":%s,"expectedClose":"2026-12-11"}""".formatted(value);
            default -> deal % 3 == 0 ? """
                    {"outcome":"LOST","value":%s,"reason":"PRICE","competitor":"Konex"}""".formatted(value) : """
                    {"outcome":"WON","value":%s}""".formatted(value);
        };
    }

    /// The event as a peer stores it, whole: its payload and what says whose it is.
    public Told told() {
        return new Told(deal, sequence, id.toString(), type, occurredAt.toString(), data);
    }

    /// A milestone as one event class of a peer.
    public record Told(String deal, long sequence, String id, String type, String occurredAt, String data) {}
}
