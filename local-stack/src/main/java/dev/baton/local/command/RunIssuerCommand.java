package dev.baton.local.command;

import dev.baton.local.issuer.LocalIssuer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The issuer's own process.
@Command(name = "run-issuer", hidden = true)
public final class RunIssuerCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--port", required = true)
    int port;

    @Option(names = "--address", defaultValue = "127.0.0.1")
    String address = "127.0.0.1";

    /// Absent where everybody reaches it on loopback.
    @Option(names = "--url")
    @Nullable
    String url;

    @Option(names = "--console", required = true)
    @Nullable
    String console;

    @Override
    public Integer call() throws InterruptedException {
        String known = url == null ? LocalIssuer.urlAt(port) : url;
        LocalIssuer.run(data.directory().root(), address, port, known, String.valueOf(console));
        new CountDownLatch(1).await();
        return 0;
    }
}
