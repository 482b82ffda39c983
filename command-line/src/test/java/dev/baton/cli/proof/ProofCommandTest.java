package dev.baton.cli.proof;

import static dev.baton.cli.proof.Log.ANNA;
import static dev.baton.cli.proof.Log.BORIS;
import static dev.baton.cli.proof.Log.STEWARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.ops.PretendStack;
import dev.baton.cli.ops.PretendStack.Reply;
import dev.baton.cli.ops.PretendStack.Services;
import dev.baton.cli.ops.Told;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as it is typed: what it prints, and what a script learns from its exit code.
class ProofCommandTest {
    @TempDir
    Path data;

    @Test
    void a_relay_without_fault_is_proven_and_ends_with_0() throws Exception {
        Told told = proof(Log.ofOneDeal().handedOver(STEWARD, ANNA, 1));
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text()).contains("PROVEN: each of 1 deals");
        assertThat(told.besides()).contains("log of role-assignment-service", "log of deal-service");
    }

    @Test
    void a_finding_ends_with_1_and_names_the_deal() throws Exception {
        Told told = proof(twoHolders());
        assertThat(told.code()).as(told.besides()).isEqualTo(1);
        assertThat(told.text()).contains("NOT PROVEN: 1 findings", "TWO_HOLDERS " + Log.DEAL);
    }

    @Test
    void a_finding_ends_with_1_as_json_and_on_the_page_of_its_deal_too() throws Exception {
        Told json = proof(twoHolders(), "--output", "json");
        assertThat(json.code()).as(json.besides()).isEqualTo(1);
        assertThat(json.text()).contains("\"clean\" : false", "TWO_HOLDERS");
        Told page = proof(twoHolders(), "--deal", Log.DEAL);
        assertThat(page.code()).as(page.besides()).isEqualTo(1);
        assertThat(page.text()).contains("NOT PROVEN");
    }

    @Test
    void a_service_that_refuses_to_show_its_log_ends_with_2() throws Exception {
        Told told = run((method, path) -> new Reply(403, "{}"));
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.text()).isEmpty();
        assertThat(told.besides()).contains("/roles/v1/events answers 403");
    }

    @Test
    void a_stack_that_is_not_up_ends_with_2_at_once() throws Exception {
        Files.writeString(data.resolve("baton.json"), "{\"phase\":\"STOPPED\",\"processes\":[]}");
        Told told = baton();
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.besides()).contains("Baton is not running on " + data, "./baton up");
    }

    @Test
    void a_stack_that_was_never_started_and_a_deal_that_nobody_knows_end_with_2() throws Exception {
        assertThat(baton().code()).isEqualTo(2);
        Told told = proof(Log.ofOneDeal(), "--deal", "deal-9");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.besides()).contains("no deal deal-9");
    }

    @Test
    void a_page_that_cannot_be_written_and_a_blank_deal_are_refused_before_anything_is_read() throws Exception {
        Path nowhere = data.resolve("none").resolve("page.html");
        try (var stack = new PretendStack(data, (method, path) -> new Reply(500, "{}"))) {
            Told told = baton("--deal", Log.DEAL, "--html", nowhere.toString());
            assertThat(told.code()).isEqualTo(2);
            assertThat(told.besides())
                    .contains("--html " + nowhere + " cannot be written: there is no directory " + nowhere.getParent());
            assertThat(baton("--deal", Log.DEAL, "--html", data.toString()).besides())
                    .contains("--html " + data + " cannot be written");
            assertThat(baton("--deal", " ").besides()).contains("--deal was blank");
            assertThat(stack.asked()).isEmpty();
        }
    }

    @Test
    void nothing_is_proven_of_the_future() throws Exception {
        Told told = proof(Log.ofOneDeal(), "--from", "9999-01-01");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.text()).doesNotContain("PROVEN");
        assertThat(told.besides()).contains("the period begins in the future");
    }

    @Test
    void a_period_that_is_not_over_is_judged_as_far_as_it_has_come() throws Exception {
        Told told = proof(Log.ofOneDeal(), "--from", "2017-01-01", "--to", "9999-01-01");
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text())
                .contains("period      2017-01-01T00:00:00Z to 20")
                .doesNotContain("9999");
    }

    @Test
    void a_period_in_which_no_deal_was_carried_proves_nothing_and_says_so() throws Exception {
        Told told = proof(Log.ofOneDeal(), "--to", "2010-01-01");
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text()).contains("NOTHING TO PROVE: no deal was carried in the period.");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused_before_anything_is_read() throws Exception {
        Told told = proof(Log.ofOneDeal(), "--from", "2017-02-01", "--to", "2017-01-01");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.besides()).contains("--to must be after --from").doesNotContain("log of");
    }

    private static Log twoHolders() {
        return Log.ofOneDeal().handedOver(STEWARD, ANNA, 1).handedOver(STEWARD, BORIS, 2);
    }

    private Told proof(Log log, String... options) throws IOException {
        return run(
                (method, path) ->
                        new Reply(200, lines(path.getPath().startsWith("/roles/") ? log.roles() : log.deals(), path)),
                options);
    }

    /// What the service has after the position that is asked for.
    private static String lines(List<LogEvent> log, URI path) {
        long after = Long.parseLong(path.getQuery().replaceFirst(".*after=", ""));
        StringBuilder lines = new StringBuilder();
        log.stream()
                .filter(event -> event.position() > after)
                .forEach(event -> lines.append(inItsPlace(event)).append('\n'));
        return lines.toString();
    }

    /// An event that was taken in has another position in the log that took it in.
    private static String inItsPlace(LogEvent event) {
        return event.line().replaceFirst("\"position\":\\d+", "\"position\":" + event.position());
    }

    private Told run(Services services, String... options) throws IOException {
        try (var stack = new PretendStack(data, services)) {
            return baton(options);
        }
    }

    private Told baton(String... options) {
        return Told.by(data, "proof", options);
    }
}
