package dev.baton.cli.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import tools.jackson.databind.JsonNode;

/// Watches a replay, with a bar that is full when the rebuilt generation is live, and not before.
record Following(ReplayApi replays) {
    private static final int WIDTH = 110;
    private static final long PAUSE = 200;

    JsonNode toTheEnd(JsonNode begun) throws IOException, InterruptedException {
        JsonNode now = begun;
        try (ProgressBar bar = bar(now.path("total").asLong())) {
            while (!now.hasNonNull("finishedAt")) {
                show(bar, now);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
                now = replays.look(now.path("id").asLong());
            }
            show(bar, now);
        }
        return now;
    }

    private static void show(ProgressBar bar, JsonNode now) {
        long total = Math.max(1, now.path("total").asLong());
        boolean live = now.path("phase").asString().equals("DONE");
        bar.maxHint(total);
        bar.stepTo(live ? total : Math.min(now.path("done").asLong(), total - 1));
        bar.setExtraMessage(
                now.path("phase").asString().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static ProgressBar bar(long total) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("replay")
                .setInitialMax(Math.max(1, total))
                .setUnit(" events", 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH);
        if (!Boolean.getBoolean("baton.terminal")) {
            builder.setUpdateIntervalMillis((int) Duration.ofSeconds(5).toMillis())
                    .setConsumer(new DelegatingProgressBarConsumer(System.err::println, WIDTH));
        }
        return builder.build();
    }
}
