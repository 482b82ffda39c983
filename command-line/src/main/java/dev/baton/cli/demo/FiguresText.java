package dev.baton.cli.demo;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The summary for a terminal.
final class FiguresText {
    private FiguresText() {}

    static String of(Figures figures) {
        return String.format(
                Locale.ROOT,
                """

                leads                         %,d
                qualified                     %,d
                won                           %,d
                lost                          %,d
                open                          %,d
                won value                     %s USD
                win rate by count             %s %%
                win rate by value             %s %%
                open value at list            %s USD
                won cycle, median             %d days
                won cycle, p90                %d days
                requested executives granted  %,d
                in support                    %,d
                queued for support            %s
                """,
                figures.leads(),
                figures.qualified(),
                figures.won(),
                figures.lost(),
                figures.open(),
                amount(figures.wonValue()),
                figures.winRateByCount().toPlainString(),
                figures.winRateByValue().toPlainString(),
                amount(figures.openValue()),
                figures.wonCycleMedian(),
                figures.wonCycleP90(),
                figures.executivesGranted(),
                figures.inSupport(),
                queued(figures));
    }

    private static String amount(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static String queued(Figures figures) {
        Map<String, Long> byTerritory = new TreeMap<>(figures.queuedByTerritory());
        String where = byTerritory.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return figures.queued() + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
