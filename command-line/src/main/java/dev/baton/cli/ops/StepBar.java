package dev.baton.cli.ops;

import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar per step of a task, one below the other; a step that is over is full.
public final class StepBar implements AutoCloseable {
    private static final int WIDTH = 100;
    private static final long UNKNOWN = -1;

    private final String label;
    private String step = "";
    private @Nullable ProgressBar bar;

    public StepBar(String label) {
        this.label = label;
    }

    public void show(String now, long done, long total) {
        if (!now.equals(step)) {
            close();
            step = now;
            bar = begin(label + ", " + now, total);
        }
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
        }
    }

    /// A step of which nobody knows how long it is.
    public void count(String now, long done) {
        if (!now.equals(step)) {
            close();
            step = now;
            bar = begin(label + ", " + now, UNKNOWN);
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.maxHint(Math.max(bar.getMax(), bar.getCurrent()));
            bar.stepTo(bar.getMax());
            bar.close();
            bar = null;
        }
    }

    private static ProgressBar begin(String task, long total) {
        var builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
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
