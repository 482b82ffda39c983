package dev.baton.cli.demo;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Loads the demo's data into a running stack and says what Baton makes of it.
@Command(
        name = "demo",
        description = "Starts everything, loads 8,800 deals of a (fictitious) sales department through the front door "
                + "as events, waits until the baton has come to everybody's hands, and shows the figures. "
                + "To run it again changes nothing. Then it keeps serving until Ctrl-C.")
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--detach", description = "Return after the load; Baton goes on by itself.")
    boolean detach;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Landscape landscape = data.landscape();
        Api api = new Api(landscape, System.err::println);
        Loading loading = new Loading(new FrontDoor(api, landscape));
        Dataset dataset = DatasetFiles.read();
        List<Fact> story = Story.of(dataset);
        Instant start = Instant.now();
        loading.register(Cast.of(dataset));
        Outcome outcome = loading.post(story);
        tell(outcome, Duration.between(start, Instant.now()));
        if (!outcome.rejected().isEmpty()) {
            return 1;
        }
        Figures figures = new CatchingUp(new Reports(api, landscape)).await(Expected.of(story));
        System.out.println(FiguresText.of(figures));
        return 0;
    }

    private static void tell(Outcome outcome, Duration took) {
        PrintStream out = System.err;
        out.printf(
                "%,d events in %.1f s: %,d applied, %,d known already, %,d parked, %,d refused%n",
                outcome.total(),
                took.toMillis() / 1000.0,
                outcome.applied(),
                outcome.replayed(),
                outcome.parked(),
                outcome.rejected().size());
        outcome.rejected().stream().limit(5).forEach(out::println);
    }
}
