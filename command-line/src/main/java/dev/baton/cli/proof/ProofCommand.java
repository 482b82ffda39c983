package dev.baton.cli.proof;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import dev.baton.cli.ops.StepBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Proves the relay from the logs.
@Command(
        name = "proof",
        description = "Proves from the two event logs, with code of its own, that every deal had exactly one "
                + "accountable holder from its first event to its end: no gap, no overlap, every hand-off accepted.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:proven", "1:there are findings", "2:it could not be found out"})
public final class ProofCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

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

    @Option(
            names = "--deal",
            paramLabel = "ID",
            description =
                    "The page of one deal, for an auditor: each holding on both clocks, how it was taken, and the "
                            + "facts that prove it. Judges that deal alone.")
    @Nullable
    String deal;

    @Option(names = "--html", paramLabel = "FILE", description = "With --deal: the page as one HTML file, too.")
    @Nullable
    Path html;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Judge from then on, by when things happened: a day (UTC) or an instant.")
    @Nullable
    String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Judge up to then, and no further than now; that moment is the first outside.")
    @Nullable
    String to;

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireThatFits();
        Proof proof = new Proof(Period.of(from, to).upTo(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        DealFile file = new DealFile(deal);
        read(proof, file);
        return deal == null ? tell(proof.verdict()) : tellOf(deal, proof, file);
    }

    private void requireThatFits() throws IOException {
        if (html != null && deal == null) {
            throw new IOException("--html is the page of one deal: say which with --deal ID");
        }
        if (deal != null && deal.isBlank()) {
            throw new IOException("a deal is named by its id: --deal was blank");
        }
        if (html != null) {
            requireWritable(html);
        }
        if (deal != null && (from != null || to != null)) {
            throw new IOException(
                    "a deal is judged from its first event to its end: --deal goes without --from and --to");
        }
    }

    /// Whoever has waited for both logs to be read does not want to hear of a misspelt directory.
    private static void requireWritable(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new IOException("--html " + file + " cannot be written: there is no directory " + directory);
        }
        if (Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : directory)) {
            throw new IOException("--html " + file + " cannot be written");
        }
    }

    private void read(Proof proof, DealFile file) throws IOException, InterruptedException {
        Landscape landscape = data.landscape();
        Api api = new Api(landscape, System.err::println);
        LogReader roles = new LogReader(api, landscape.roles());
        LogReader deals = new LogReader(api, landscape.deals());
        try (StepBar bar = new StepBar("proof")) {
            new ProofRun(roles, deals, proof, file, bar, PATIENCE).read();
        }
    }

    private int tell(Verdict verdict) {
        System.out.print(output == Output.json ? JSON.writeValueAsString(verdict) + "\n" : VerdictText.of(verdict));
        return verdict.clean() ? 0 : 1;
    }

    private int tellOf(String one, Proof proof, DealFile file) throws IOException {
        if (!proof.knows(one)) {
            throw new IOException("no deal " + one + " in the log of role-assignment-service");
        }
        List<Finding> findings = proof.verdict().findings().stream()
                .filter(finding ->
                        finding.subject().equals(one) || finding.detail().contains(one))
                .toList();
        DealStatement statement = StatementDraft.of(one, file, findings, Instant.now());
        System.out.print(
                output == Output.json ? JSON.writeValueAsString(statement) + "\n" : StatementText.of(statement));
        if (html != null) {
            Files.writeString(html, StatementHtml.of(statement));
            System.err.println("written to " + html);
        }
        return statement.proven() ? 0 : 1;
    }
}
