package dev.baton.axon.kafka.ops;

/// How far a task is; written by the task, read by whoever asks.
public final class TaskProgress {
    private volatile Point point = new Point("", 0, 0);

    /// @param total how much this step has to do, in units that the step counts
    public record Point(String step, long done, long total) {}

    /// The next step begins.
    public void begin(String step, long total) {
        point = new Point(step, 0, total);
    }

    /// @param done of the step, in all
    public void reached(long done) {
        Point now = point;
        point = new Point(now.step(), done, Math.max(done, now.total()));
    }

    public Point point() {
        return point;
    }
}
