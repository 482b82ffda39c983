package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.KillableProcess;
import java.io.IOException;
import java.nio.file.Path;

/// A service that publishes, for a process of its own.
public final class PublisherProcess {
    private PublisherProcess() {}

    /// Runs until it is killed.
    public static void main(String[] arguments) {
        var service = PublishingService.start(arguments[0], arguments[1], arguments[2]);
        service.registerShutdownHook();
    }

    static KillableProcess start(String url, String bootstrap, String source, Path log) throws IOException {
        return KillableProcess.start(PublisherProcess.class, log, url, bootstrap, source);
    }
}
