package dev.baton.cli.parked;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Lets a parked hand-off hear what was kept for it.
@Command(
        name = "retry",
        description =
                "Lets a parked hand-off hear what was kept for it, in order and as far as it goes. One that fails again "
                        + "stays parked at the event that fails, and keeps none of the others.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything that was tried goes on",
            "1:something stays parked: it fails still, or is tried by itself in a moment",
            "2:it could not be tried, for the reason given"
        })
public final class RetryCommand implements Callable<Integer> {
    @ParentCommand
    ParkedCommand parent = new ParkedCommand();

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Mixin
    Answer answer = new Answer();

    @Parameters(arity = "0..1", paramLabel = "DEAL", description = "The deal's id.")
    @Nullable
    String deal;

    @Option(names = "--all", description = "All that are parked, one after another.")
    boolean all;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (all == (deal != null)) {
            throw new IOException("say which deal, or --all of them");
        }
        ParkedApi parked = ParkedApi.of(data.or(parent.data).landscape());
        List<JsonNode> tried = deal == null ? each(parked) : List.of(parked.retry(deal));
        answer.print(JsonNodeFactory.instance.arrayNode().addAll(tried), ParkedText.ofRetries(tried));
        return tried.stream().anyMatch(one -> one.has("failing") || one.has("comes")) ? 1 : 0;
    }

    /// One that somebody else has retried meanwhile is none of ours any more.
    private static List<JsonNode> each(ParkedApi parked) throws IOException, InterruptedException {
        List<JsonNode> tried = new ArrayList<>();
        for (JsonNode one : parked.list()) {
            parked.retryIfParked(one.path("deal").asString("")).ifPresent(tried::add);
        }
        return tried;
    }
}
