package dev.baton.axon.kafka.publisher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A service that publishes, as a process of its own, so that it can be killed and stopped.
public final class PublisherProcess implements AutoCloseable {
    private final Process process;

    private PublisherProcess(Process process) {
        this.process = process;
    }

    /// Runs until it is killed.
    public static void main(String[] arguments) {
        var service = PublishingService.start(arguments[0], arguments[1], arguments[2]);
        service.registerShutdownHook();
    }

    static PublisherProcess start(String url, String bootstrap, String source, Path log) throws IOException {
        return new PublisherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PublisherProcess.class.getName(),
                        url,
                        bootstrap,
                        source)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As a machine that hangs: it does nothing, and its connections stay.
    void halt() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IllegalStateException("kill " + signal + " failed");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
