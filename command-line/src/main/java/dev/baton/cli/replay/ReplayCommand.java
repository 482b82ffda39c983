package dev.baton.cli.replay;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Rebuilds the read models and puts them in the place of the live ones, if they are the same.
@Command(
        name = "replay",
        description = {
            "Builds every read model again from the whole topics, beside the live ones; compares them row by row and,"
                    + " when nothing differs, swaps. Queries go on all the time, and nothing is sent to anybody.",
            "What is interrupted here goes on in the service; ./baton replay status says how far it is."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the rebuilt generation is live (or the plan was shown)",
            "1:rows differ, and nothing was swapped",
            "2:it failed or was refused"
        },
        subcommands = {RollbackCommand.class, StatusCommand.class})
public final class ReplayCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--plan", description = "Say what would be done, and do nothing.")
    boolean planOnly;

    @Option(
            names = "--accept-differences",
            description =
                    "Swap even where rows differ, as after the correction of a fold. They are listed all the same.")
    boolean acceptDifferences;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ReplayApi replays = ReplayApi.of(data.landscape());
        System.out.print(ReplayText.ofPlan(replays.plan()));
        if (planOnly) {
            return 0;
        }
        JsonNode ended = new Following(replays).toTheEnd(replays.begin(acceptDifferences));
        System.out.print(ReplayText.of(ended));
        return switch (ended.path("phase").asString()) {
            case "DONE" -> 0;
            case "DIFFERENT" -> 1;
            default -> 2;
        };
    }
}
