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

    @Option(names = "--console", required = true)
    @Nullable
    String console;

    @Override
    public Integer call() throws InterruptedException {
        LocalIssuer.run(data.directory().root(), port, String.valueOf(console));
        new CountDownLatch(1).await();
        return 0;
    }
}
