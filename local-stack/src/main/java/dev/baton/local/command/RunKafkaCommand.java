package dev.baton.local.command;

import dev.baton.local.kafka.KafkaBroker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The broker's own process.
@Command(name = "run-kafka", hidden = true)
public final class RunKafkaCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--port", required = true)
    int port;

    @Option(names = "--controller-port", required = true)
    int controllerPort;

    @Override
    public Integer call() throws Exception {
        KafkaBroker.run(data.directory().kafka(), port, controllerPort);
        return 0;
    }
}
