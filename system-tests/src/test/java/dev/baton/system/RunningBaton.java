package dev.baton.system;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One `./baton up --detach` for all the classes of a run; a test takes [Baton] as a parameter.
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

    private record Running(Baton baton) implements AutoCloseable {
        static Running start() {
            Baton baton = Baton.fresh("system-data");
            baton.run(PATIENCE, "up", "--detach").successful();
            return new Running(baton);
        }

        @Override
        public void close() {
            baton.run("down").successful();
        }
    }
}
