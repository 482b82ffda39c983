package dev.baton.local.supervisor;

import dev.baton.local.process.Ending;
import dev.baton.local.process.JavaCommand;
import dev.baton.local.process.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A JVM of its own.
record JavaPart(
        String name,
        String url,
        int port,
        LogFile log,
        Path data,
        JavaCommand command,
        Map<String, String> environment,
        BooleanSupplier probe)
        implements Part {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Override
    public ProcessHandle start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.ownedBy(data))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.redirect());
        builder.environment().putAll(environment);
        return builder.start().toHandle();
    }

    @Override
    public boolean ready() {
        return probe.getAsBoolean();
    }

    @Override
    public void stop(@Nullable ProcessHandle process) throws InterruptedException {
        if (process != null) {
            process.destroy();
            Ending.await(process, PATIENCE);
        }
    }
}
