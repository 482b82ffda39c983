package dev.baton.cli.replay;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Goes back to the generation before.
@Command(
        name = "rollback",
        description = "Points the views back to the generation that was live before. It has been fed all the time: "
                + "nothing is missing in it. Once more, and it is the other way round.")
public final class RollbackCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String live = ReplayApi.of(data.landscape()).rollBack().path("name").asString();
        System.out.println(live + " is live.");
        return 0;
    }
}
