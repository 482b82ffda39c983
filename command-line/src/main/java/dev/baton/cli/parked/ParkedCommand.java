package dev.baton.cli.parked;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Lists the hand-offs that fail.
@Command(
        name = "parked",
        description = {
            "Lists the hand-offs that fail: since when, why, and what would mend it. Only that deal rests; it stays with "
                    + "its holder, and its news are kept in order.",
            "None can be dropped: a deal would go on without some of its news."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is parked", "1:hand-offs are parked", "2:it could not be found out"},
        subcommands = {RetryCommand.class, RebuildCommand.class})
public final class ParkedCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Mixin
    Answer answer = new Answer();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<JsonNode> parked = ParkedApi.of(data.landscape()).list();
        answer.print(JsonNodeFactory.instance.arrayNode().addAll(parked), ParkedText.ofList(parked));
        return parked.isEmpty() ? 0 : 1;
    }
}
