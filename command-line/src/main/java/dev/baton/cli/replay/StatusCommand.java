package dev.baton.cli.replay;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// The last replay: how far it is, or what came of it.
@Command(name = "status", description = "Says how far the last replay is, or what came of it.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode latest = ReplayApi.of(data.landscape()).latest();
        System.out.print(latest.isEmpty() ? "There was no replay yet.\n" : ReplayText.of(latest.path(0)));
        return 0;
    }
}
