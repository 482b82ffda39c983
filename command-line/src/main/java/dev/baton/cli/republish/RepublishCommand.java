package dev.baton.cli.republish;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import dev.baton.cli.ops.Tasks;
import java.io.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Fills topics that were lost again from the stores.
@Command(
        name = "republish",
        description = {
            "Fills topics that were lost again from the event stores, in causal order. Nothing is published meanwhile; "
                    + "commands are taken all the same. Killed in the middle, run it again: it goes on.",
            "Without --force it refuses when the topics hold anything."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the topics hold everything again", "2:not done, for the reason given"})
public final class RepublishCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Option(names = "--force", description = "Delete the topics with what they hold, and fill them anew.")
    boolean force;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!yes && !confirmed()) {
            System.err.println("baton: nothing was done; --yes does it without asking");
            return 2;
        }
        Landscape landscape = data.landscape();
        Tasks tasks = new Tasks(new Api(landscape, System.err::println));
        new Republishing(tasks, landscape.deals(), landscape.roles(), force).run();
        System.out.println("The topics hold everything that the stores hold.");
        return 0;
    }

    private boolean confirmed() {
        Console console = System.console();
        String question = force
                ? "Delete the topics and fill them again from the stores? Type yes: "
                : "Fill the topics again from the stores? Type yes: ";
        return console != null && "yes".equals(console.readLine(question));
    }
}
