package dev.baton.cli.parked;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/// Gives the saga of a parked hand-off its memory back.
@Command(
        name = "rebuild",
        description =
                "Gives the saga of a parked hand-off the memory that the log says it should have at the event that "
                        + "fails. Nothing else comes of it: retry lets it go on.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it remembers again", "2:not done, for the reason given"})
public final class RebuildCommand implements Callable<Integer> {
    @ParentCommand
    ParkedCommand parent = new ParkedCommand();

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Mixin
    Answer answer = new Answer();

    @Parameters(arity = "1", paramLabel = "DEAL", description = "The deal's id.")
    String deal = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode rebuilt = ParkedApi.of(data.or(parent.data).landscape()).rebuild(deal);
        answer.print(rebuilt, ParkedText.ofRebuilt(rebuilt));
        return 0;
    }
}
