package dev.baton.system;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One `./baton up --detach` for all the classes of a run; a test takes [Baton] as a parameter.
/// With `-Dbaton.data=DIR` the one that is up on that directory already.
final class RunningBaton implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(RunningBaton.class);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Baton.class;
    }

    @Override
    public Baton resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent("baton", once -> Running.start(), Running.class)
                .baton();
    }

    /// @param ours started here, so stopped here
    private record Running(Baton baton, boolean ours) implements AutoCloseable {
        static Running start() {
            String data = System.getProperty("baton.data");
            return data == null ? started() : new Running(Baton.on(Path.of(data)), false);
        }

        private static Running started() {
            Baton baton = Baton.fresh("system-data");
            baton.run(PATIENCE, "up", "--detach").successful();
            return new Running(baton, true);
        }

        @Override
        public void close() {
            if (ours) {
                baton.run("down").successful();
            }
        }
    }
}
