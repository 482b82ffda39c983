package dev.baton.axon.kafka.ops;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One execution of a task, and how it ended.
final class Execution implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Execution.class);

    private final String id = UUID.randomUUID().toString();
    private final Instant startedAt = Instant.now();
    private final TaskProgress progress = new TaskProgress();
    private final LongTask task;
    private final Map<String, String> options;
    private volatile @Nullable End end;

    private record End(
            TaskState state,
            Instant at,
            @Nullable String error,
            @Nullable Object result) {}

    Execution(LongTask task, Map<String, String> options) {
        this.task = task;
        this.options = Map.copyOf(options);
    }

    String id() {
        return id;
    }

    @Override
    public void run() {
        end = ended();
    }

    private End ended() {
        try {
            return new End(TaskState.DONE, Instant.now(), null, task.run(options, progress));
        } catch (TaskRefused refused) {
            return new End(TaskState.REFUSED, Instant.now(), refused.getMessage(), null);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError failure) {
            log.error("Task {} {} failed", task.name(), id, failure);
            return new End(TaskState.FAILED, Instant.now(), described(failure), null);
        }
    }

    TaskRun seen() {
        End ended = end;
        var point = progress.point();
        return new TaskRun(
                id,
                task.name(),
                ended == null ? TaskState.RUNNING : ended.state(),
                point.step(),
                point.done(),
                point.total(),
                startedAt,
                ended == null ? null : ended.at(),
                ended == null ? null : ended.error(),
                ended == null ? null : ended.result());
    }

    private static String described(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failure ? String.valueOf(failure) : failure + " caused by " + root;
    }
}
