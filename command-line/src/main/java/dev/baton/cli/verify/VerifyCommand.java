package dev.baton.cli.verify;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import dev.baton.cli.ops.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Has every service verify its part of the way from the stores to the rows.
@Command(
        name = "verify",
        description = "Walks store, topic and rows, and names what is missing, extra or altered. It only looks; "
                + "everything goes on meanwhile.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing was found", "1:there are findings", "2:it could not be verified"})
public final class VerifyCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    enum Output {
        text,
        json
    }

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    Output output = Output.text;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Landscape landscape = data.landscape();
        Tasks tasks = new Tasks(new Api(landscape, System.err::println));
        List<Report> reports = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        ask(tasks, landscape.deals(), "deals", reports, silent);
        ask(tasks, landscape.roles(), "roles", reports, silent);
        ask(tasks, landscape.projections(), "read models", reports, silent);
        Verdict verdict = new Verdict(reports, silent);
        System.out.print(output == Output.json ? JSON.writeValueAsString(verdict) + "\n" : VerdictText.of(verdict));
        return verdict.exitCode();
    }

    /// One that cannot answer does not take away what the others have found.
    private static void ask(Tasks tasks, String service, String label, List<Report> reports, List<String> silent)
            throws InterruptedException {
        try {
            reports.add(JSON.treeToValue(tasks.run(service, "verify", "", label), Report.class));
        } catch (IOException unanswered) {
            silent.add(label + ": " + unanswered.getMessage());
        }
    }
}
