package dev.baton.cli.demo;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar with rate and time left; where nobody looks at a terminal, a line every few seconds.
final class Progress {
    private static final int WIDTH = 100;

    private Progress() {}

    static ProgressBar bar(String task, String unit, long size) {
        return barFrom(0, task, unit, size);
    }

    /// @param done what was reached before, and says nothing about the rate
    static ProgressBar barFrom(long done, String task, String unit, long size) {
        PrintStream out = System.err;
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(size)
                .startsFrom(done, Duration.ZERO)
                .setUnit(unit, 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH);
        if (!Boolean.getBoolean("baton.terminal")) {
            builder.setUpdateIntervalMillis((int) Duration.ofSeconds(5).toMillis())
                    .setConsumer(new DelegatingProgressBarConsumer(out::println, WIDTH));
        }
        return builder.build();
    }
}
