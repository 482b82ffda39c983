package dev.baton.cli.proof;

import dev.baton.cli.DataOption;
import dev.baton.cli.HelpOption;
import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
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

    @Option(names = "--deal", paramLabel = "ID", description = "Show the holdings of one deal, and judge it alone.")
    @Nullable
    String deal;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Landscape landscape = data.landscape();
        Api api = new Api(landscape, System.err::println);
        Proof proof = new ProofRun(new LogReader(api, landscape.roles()), new LogReader(api, landscape.deals())).read();
        return deal == null ? tell(proof.verdict()) : tellOf(deal, proof);
    }

    private int tell(Verdict verdict) {
        System.out.print(output == Output.json ? JSON.writeValueAsString(verdict) + "\n" : VerdictText.of(verdict));
        return verdict.clean() ? 0 : 1;
    }

    private int tellOf(String one, Proof proof) throws IOException {
        List<String> holdings = proof.storyOf(one);
        if (holdings.isEmpty()) {
            throw new IOException("no deal " + one + " in the log of role-assignment-service");
        }
        List<Finding> findings = proof.verdict().findings().stream()
                .filter(finding -> finding.subject().equals(one))
                .toList();
        DealVerdict verdict = new DealVerdict(one, holdings, findings);
        System.out.print(output == Output.json ? JSON.writeValueAsString(verdict) + "\n" : verdict.text());
        return findings.isEmpty() ? 0 : 1;
    }

    /// One deal's part of the proof.
    record DealVerdict(String deal, List<String> holdings, List<Finding> findings) {
        String text() {
            StringBuilder text = new StringBuilder("deal " + deal + "\n");
            holdings.forEach(
                    holding -> text.append("  held by ").append(holding).append('\n'));
            findings.forEach(finding -> text.append("  ").append(finding).append('\n'));
            return text.append(findings.isEmpty() ? "PROVEN\n" : "NOT PROVEN\n").toString();
        }
    }
}
