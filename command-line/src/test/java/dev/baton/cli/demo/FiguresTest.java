package dev.baton.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FiguresTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PIPELINE = """
            {"totals": {"deals": 8800, "qualified": 8300, "open": 2089, "won": 4238, "lost": 2473, "inSupport": 4213,
             "openValue": [{"currency": "USD", "amount": "4966215.00"}]}, "rows": []}""";
    private static final String WIN_LOSS = """
            {"totals": {"won": 4238, "lost": 2473, "winRateByCount": 0.6315},
             "rows": [{"currency": "USD", "wonValue": "10005534.00", "winRateByValue": 0.6272}]}""";
    private static final String CYCLE_TIME = """
            {"rows": [{"start": "LEAD_FOUND", "outcome": "ALL", "medianDays": 1, "p90Days": 1},
                      {"start": "LEAD_FOUND", "outcome": "WON", "medianDays": 57, "p90Days": 106}]}""";
    private static final String HANDOFFS = """
            {"requested": [{"role": "ACCOUNT_EXECUTIVE", "granted": 8300, "notGranted": 0}],
             "waiting": [{"role": "CUSTOMER_SUPPORT_REPRESENTATIVE", "territory": "East", "deals": 25}]}""";

    @Test
    void the_summary_says_what_the_reports_say() {
        assertThat(FiguresText.of(figures(PIPELINE, HANDOFFS))).isEqualTo("""

                leads                         8,800
                qualified                     8,300
                won                           4,238
                lost                          2,473
                open                          2,089
                won value                     10,005,534.00 USD
                win rate by count             63.15 %
                win rate by value             62.72 %
                open value at list            4,966,215.00 USD
                won cycle, median             57 days
                won cycle, p90                106 days
                requested executives granted  8,300
                in support                    4,213
                queued for support            25 (East 25)
                """);
    }

    @Test
    void the_relay_has_caught_up_when_every_won_deal_is_with_support_or_waits_for_it() {
        Expected expected = new Expected(8_800, 8_300, 6_711);
        assertThat(expected.reachedBy(figures(PIPELINE, HANDOFFS))).isTrue();
        assertThat(expected.reachedBy(figures(PIPELINE.replace("4213", "4212"), HANDOFFS)))
                .isFalse();
        assertThat(expected.reachedBy(figures(PIPELINE, HANDOFFS.replace("8300", "8299"))))
                .isFalse();
    }

    @Test
    void reports_without_anything_in_them_are_read_as_nothing() {
        Figures nothing =
                FiguresReading.of(JSON.readTree("{}"), JSON.readTree("{}"), JSON.readTree("{}"), JSON.readTree("{}"));
        assertThat(nothing.leads()).isZero();
        assertThat(nothing.wonValue()).isZero();
    }

    private static Figures figures(String pipeline, String handoffs) {
        return FiguresReading.of(
                JSON.readTree(pipeline), JSON.readTree(WIN_LOSS), JSON.readTree(CYCLE_TIME), JSON.readTree(handoffs));
    }
}
