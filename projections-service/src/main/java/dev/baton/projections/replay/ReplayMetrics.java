package dev.baton.projections.replay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// `baton.replay.*`: the last replay of this instance.
@Component
class ReplayMetrics implements MeterBinder {
    private final ReplayProgress progress;

    ReplayMetrics(ReplayProgress progress) {
        this.progress = progress;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("baton.replay.done", progress, ReplayProgress::done)
                .description("Events that the replay has read")
                .register(registry);
        Gauge.builder("baton.replay.total", progress, ReplayProgress::total)
                .description("Events that the replay has to read")
                .register(registry);
        Gauge.builder("baton.replay.percent", progress, ReplayProgress::percent)
                .description("How far the replay is; 100 when its generation is live")
                .register(registry);
    }
}
