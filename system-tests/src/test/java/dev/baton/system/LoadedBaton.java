package dev.baton.system;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One `./baton demo --detach` for all the classes of a run; a test takes [Demo] as a parameter.
final class LoadedBaton implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(LoadedBaton.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.class;
    }

    @Override
    public Demo resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent("demo", once -> Demo.start(), Demo.class);
    }

    record Demo(Baton baton, Baton.Outcome outcome, Duration took) implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofMinutes(25);

        static Demo start() {
            Baton baton = Baton.fresh("system-data");
            long began = System.nanoTime();
            Baton.Outcome outcome = baton.run(PATIENCE, "demo", "--detach");
            return new Demo(baton, outcome, Duration.ofNanos(System.nanoTime() - began));
        }

        Api service(String name, String role) {
            return new Api(baton.status().part(name).url(), baton.token(role));
        }

        @Override
        public void close() {
            baton.run("down").successful();
        }
    }
}
