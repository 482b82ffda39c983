package dev.baton.benchmarks.work;

/// What the runner asks of a worker, one line of JSON each.
///
/// @param task one of the constants
/// @param callers how many send at the same time
/// @param seconds how long, or how long at most
/// @param events how many to fill a log with
/// @param file where to write
public record Order(String task, int callers, double seconds, long events, String file) {
    static final String APPEND = "append";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String FILL = "fill";
    static final String REBUILD = "rebuild";

    public static Order append(int callers, double seconds) {
        return new Order(APPEND, callers, seconds, 0, "");
    }

    public static Order acknowledged(String file) {
        return new Order(ACKNOWLEDGED, 0, 0, 0, file);
    }

    public static Order fill(long events) {
        return new Order(FILL, 0, 0, events, "");
    }

    public static Order rebuild(double seconds) {
        return new Order(REBUILD, 0, seconds, 0, "");
    }
}
