package dev.baton.cli.proof;

import static dev.baton.cli.proof.Log.ANNA;
import static dev.baton.cli.proof.Log.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.http.Api;
import dev.baton.cli.landscape.Landscape;
import dev.baton.cli.ops.PretendStack;
import dev.baton.cli.ops.PretendStack.Reply;
import dev.baton.cli.ops.StepBar;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading the logs of a stack that goes on meanwhile.
class ProofRunTest {
    @TempDir
    Path data;

    @Test
    void a_hand_off_that_comes_to_no_rest_is_waited_for_and_found() throws Exception {
        Verdict verdict = read(Integer.MAX_VALUE, Duration.ofSeconds(2));
        assertThat(verdict.findings()).extracting(Finding::fault).containsExactly(Fault.UNRECOGNISED);
    }

    @Test
    void a_hand_off_that_comes_to_rest_while_the_proof_waits_is_no_finding() throws Exception {
        assertThat(read(2, Duration.ofMinutes(2)).findings()).isEmpty();
    }

    /// A hand-off of which the deal hears only when the log has been asked for so often.
    private Verdict read(int times, Duration patience) throws Exception {
        Log log = Log.ofOneDeal().atRest().handedOver(STEWARD, ANNA, 1);
        log.member("sales-manager/steward", "slot-released", "{\"deal\":\"deal-1\",\"reason\":\"handed over\"}");
        List<LogEvent> rolesBefore = log.rolesOfWhatThereIs();
        List<LogEvent> dealsBefore = log.dealsOfWhatThereIs();
        log.recognised(ANNA, 1);
        AtomicInteger asked = new AtomicInteger();
        Proof proof = new Proof();
        try (var stack = new PretendStack(data, (method, path) -> {
                    boolean heard = asked.incrementAndGet() > 2 * times && times < Integer.MAX_VALUE;
                    List<LogEvent> roles = heard ? log.roles() : rolesBefore;
                    List<LogEvent> deals = heard ? log.deals() : dealsBefore;
                    return new Reply(200, lines(path.getPath().startsWith("/roles/") ? roles : deals, path));
                });
                StepBar bar = new StepBar("proof")) {
            Landscape landscape = Landscape.of(data);
            Api api = new Api(landscape, System.err::println);
            LogReader roles = new LogReader(api, landscape.roles());
            LogReader deals = new LogReader(api, landscape.deals());
            new ProofRun(roles, deals, proof, new DealFile(null), bar, patience).read();
            return proof.verdict();
        }
    }

    private static String lines(List<LogEvent> log, URI path) {
        long after = Long.parseLong(path.getQuery().replaceFirst(".*after=", ""));
        StringBuilder lines = new StringBuilder();
        log.stream()
                .filter(event -> event.position() > after)
                .forEach(event -> lines.append(
                                event.line().replaceFirst("\"position\":\\d+", "\"position\":" + event.position()))
                        .append('\n'));
        return lines.toString();
    }
}
