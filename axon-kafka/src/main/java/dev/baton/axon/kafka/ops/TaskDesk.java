package dev.baton.axon.kafka.ops;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts tasks and remembers the last of them. Of each task one runs at a time: asked for again meanwhile, it is the
/// one that runs. A restart of the service forgets all of them; none leaves anything half done behind.
public final class TaskDesk {
    private static final Logger log = LoggerFactory.getLogger(TaskDesk.class);
    private static final int REMEMBERED = 20;

    private final Map<String, LongTask> tasks;
    private final Map<String, Execution> executions = new LinkedHashMap<>();

    public TaskDesk(Collection<LongTask> tasks) {
        this.tasks = tasks.stream().collect(Collectors.toMap(LongTask::name, Function.identity()));
    }

    /// The options that a task knows.
    ///
    /// @return empty when there is no such task
    public Optional<Set<String>> options(String name) {
        return Optional.ofNullable(tasks.get(name)).map(LongTask::options);
    }

    /// @return empty when there is no such task
    public synchronized Optional<TaskRun> start(String name, Map<String, String> options) {
        return Optional.ofNullable(tasks.get(name))
                .map(task -> running(name).orElseGet(() -> begin(task, options)).seen());
    }

    public synchronized Optional<TaskRun> find(String name, String id) {
        return Optional.ofNullable(executions.get(id))
                .map(Execution::seen)
                .filter(run -> run.task().equals(name));
    }

    private Optional<Execution> running(String name) {
        return executions.values().stream()
                .filter(execution -> execution.seen().task().equals(name))
                .filter(execution -> execution.seen().state() == TaskState.RUNNING)
                .findFirst();
    }

    private Execution begin(LongTask task, Map<String, String> options) {
        var execution = new Execution(task, options);
        executions.put(execution.id(), execution);
        if (executions.size() > REMEMBERED) {
            executions.remove(executions.keySet().iterator().next());
        }
        log.info("Task {} {} begins, {}", task.name(), execution.id(), options);
        Thread.ofPlatform().daemon().name("ops-" + task.name()).start(execution);
        return execution;
    }
}
