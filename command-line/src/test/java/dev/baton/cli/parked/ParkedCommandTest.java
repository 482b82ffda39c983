package dev.baton.cli.parked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.Baton;
import dev.baton.cli.ops.PretendStack;
import dev.baton.cli.ops.PretendStack.Reply;
import dev.baton.cli.ops.PretendStack.Services;
import dev.baton.cli.ops.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as it is typed: what it prints, what it asks for, and its exit code.
class ParkedCommandTest {
    private static final String PARKED = """
            {"deal":"%s","title":"Twelve presses","position":1234,"event":"baton.deal.lead-qualified.v1",
             "failures":2,"fault":"MEMORY","cause":"What its saga remembers cannot be read: no.",
             "mend":"Rebuild its memory from the log, then retry it.","error":"SerializationException: no",
             "parked":"2026-11-28T10:15:00Z","waiting":3}""";

    @TempDir
    Path data;

    private final List<String> asked = new ArrayList<>();

    @Test
    void each_is_listed_with_since_when_why_and_what_would_mend_it_and_ends_with_1() throws Exception {
        Told told = run((method, path) -> page(null, "deal-1"));
        assertThat(told.code()).as(told.besides()).isEqualTo(1);
        assertThat(told.text())
                .containsSubsequence(
                        "1 parked.",
                        "deal-1  Twelve presses",
                        "since   2026-11-28T10:15:00Z, 3 events kept",
                        "fails   lead-qualified at 1,234 of the log, 2 times",
                        "cause   What its saga remembers cannot be read: no.",
                        "mend    Rebuild its memory from the log, then retry it.");
    }

    @Test
    void nothing_parked_is_said_and_ends_with_0() throws Exception {
        Told told = run((method, path) -> page(null));
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text()).isEqualTo("Nothing is parked: every hand-off goes on.\n");
        assertThat(run((method, path) -> page(null), "retry", "--all").text()).startsWith("Nothing is parked");
    }

    @Test
    void programs_are_given_all_pages_as_json() throws Exception {
        Services twoPages = (method, path) ->
                path.getQuery().contains("after=d+e/1") ? page(null, "deal-2") : page("d+e/1", "deal-1");
        Told told = run(twoPages, "--json");
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.text()).startsWith("[").contains("\"deal\" : \"deal-1\"", "\"deal\" : \"deal-2\"");
        assertThat(run(twoPages, "--output", "json").text()).isEqualTo(told.text());
        assertThat(run((method, path) -> page(null), "--json").text()).isEqualTo("[ ]\n");
    }

    @Test
    void one_is_retried_and_goes_on() throws Exception {
        Told told = run((method, path) -> new Reply(200, "{\"deal\":\"deal 1\",\"handled\":3}"), "retry", "deal 1");
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text()).isEqualTo("deal 1  goes on: 3 events handled, in order\n");
        assertThat(asked).containsExactly("POST /roles/ops/parked-hand-offs/deal%201/retry");
    }

    @Test
    void all_are_retried_and_one_that_fails_keeps_none_of_the_others_and_ends_with_1() throws Exception {
        Told told = run(
                (method, path) -> switch (path.getPath().replaceAll(".*hand-offs/?", "")) {
                    case "" -> page(null, "deal-1", "deal-2", "deal-3");
                    case "deal-1/retry" -> new Reply(409, "{\"detail\":\"It fails: no.\",\"mend\":\"Rebuild it.\"}");
                    case "deal-2/retry" -> new Reply(404, "{\"detail\":\"deal-2 is not parked.\"}");
                    default -> new Reply(200, "{\"deal\":\"deal-3\",\"handled\":1}");
                },
                "retry",
                "--all");
        assertThat(told.code()).as(told.besides()).isEqualTo(1);
        assertThat(told.text()).isEqualTo("""
                deal-1  fails still: It fails: no. Rebuild it.
                deal-3  goes on: 1 events handled, in order
                """);
    }

    @Test
    void how_far_one_got_that_fails_is_said() throws Exception {
        Services services = (method, path) ->
                new Reply(409, "{\"detail\":\"It fails: no.\",\"mend\":\"Rebuild it.\",\"handled\":2}");
        Told told = run(services, "retry", "deal-1");
        assertThat(told.code()).as(told.besides()).isEqualTo(1);
        assertThat(told.text())
                .isEqualTo("deal-1  2 events handled, and fails at the next: It fails: no. Rebuild it.\n");
        assertThat(run(services, "retry", "deal-1", "--json").text()).contains("\"handled\" : 2", "\"failing\"");
    }

    @Test
    void one_that_was_parked_this_moment_is_tried_by_itself_and_ends_with_1() throws Exception {
        Services services = (method, path) -> new Reply(202, "{\"deal\":\"deal-1\",\"handled\":0}");
        Told told = run(services, "retry", "deal-1");
        assertThat(told.code()).as(told.besides()).isEqualTo(1);
        assertThat(told.text()).isEqualTo("deal-1  was parked this moment: it is tried by itself in a few seconds\n");
        assertThat(run(services, "retry", "deal-1", "--json").text()).contains("\"comes\" : true");
    }

    @Test
    void what_is_tried_again_by_itself_says_when() throws Exception {
        String parked = PARKED.formatted("deal-1").replace("}", ",\"triedAgain\":\"2026-11-28T10:16:00Z\"}");
        Told told = run((method, path) -> new Reply(200, "{\"items\":[" + parked + "]}"));
        assertThat(told.text()).contains("  again   by itself, from 2026-11-28T10:16:00Z on\n");
        assertThat(run((method, path) -> page(null, "deal-1")).text()).doesNotContain("by itself");
    }

    @Test
    void where_the_stack_is_may_be_said_before_what_is_to_be_done() throws Exception {
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        try (var stack = new PretendStack(elsewhere, (method, path) -> new Reply(200, "{\"handled\":1}"))) {
            assertThat(Baton.run("parked", "--data", elsewhere.toString(), "retry", "deal-1"))
                    .isZero();
            assertThat(stack.asked()).hasSize(1);
        }
    }

    @Test
    void a_memory_is_rebuilt() throws Exception {
        Told told =
                run((method, path) -> new Reply(200, "{\"deal\":\"deal-1\",\"position\":1234}"), "rebuild", "deal-1");
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text()).contains("deal-1  remembers again", "up to 1,234", "./baton parked retry deal-1");
        assertThat(asked).containsExactly("POST /roles/ops/parked-hand-offs/deal-1/rebuild");
    }

    @Test
    void what_is_not_parked_and_what_is_refused_end_with_2_in_words() throws Exception {
        Told unknown =
                run((method, path) -> new Reply(404, "{\"detail\":\"deal-9 is not parked.\"}"), "retry", "deal-9");
        assertRefused(unknown, "baton: deal-9 is not parked.");
        assertRefused(
                run((method, path) -> new Reply(403, "{\"detail\":\"This is for operations.\"}")),
                "baton: This is for operations.");
        assertRefused(
                run((method, path) -> new Reply(409, "{\"detail\":\"No hand-off of x.\"}"), "rebuild", "x"),
                "baton: No hand-off of x.");
        assertRefused(run((method, path) -> new Reply(200, "<html>")), "answers 200 with what is no JSON");
    }

    @Test
    void what_cannot_be_meant_is_refused_before_anything_is_asked() throws Exception {
        Services nobody = (method, path) -> new Reply(500, "{}");
        assertRefused(run(nobody, "retry"), "say which deal, or --all of them");
        assertRefused(run(nobody, "retry", "deal-1", "--all"), "say which deal, or --all of them");
        assertRefused(run(nobody, "retry", " "), "a deal is named by its id");
        assertRefused(run(nobody, "retry", "deal-1", "deal-2"), "deal-2");
        assertRefused(run(nobody, "rebuild"), "DEAL");
        assertRefused(run(nobody, "drop", "deal-1"), "drop");
        assertRefused(run(nobody, "--output", "xml"), "xml");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_stack_that_is_not_up_ends_with_2_at_once() throws Exception {
        Files.writeString(data.resolve("baton.json"), "{\"phase\":\"STOPPED\",\"processes\":[]}");
        assertRefused(Told.by(data, "parked"), "Baton is not running on " + data);
    }

    @Test
    void its_help_says_what_the_exit_codes_mean_and_that_nothing_is_dropped() {
        Told help = Told.by(data, "parked", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.text())
                .contains(
                        "0   nothing is parked", "1   hand-offs are parked", "None can be dropped", "retry", "rebuild");
        assertThat(Told.by(data, "parked", "retry", "--help").text())
                .contains("--all", "1   something stays parked: it fails still");
    }

    private static void assertRefused(Told told, String why) {
        assertThat(told.code()).as(told.besides()).isEqualTo(2);
        assertThat(told.text()).isEmpty();
        assertThat(told.besides()).contains(why);
    }

    private Told run(Services services, String... options) throws IOException {
        try (var stack = new PretendStack(data, services)) {
            Told told = Told.by(data, "parked", options);
            asked.addAll(stack.asked());
            return told;
        }
    }

    private static Reply page(String next, String... deals) {
        String items =
                String.join(",", List.of(deals).stream().map(PARKED::formatted).toList());
        return new Reply(200, "{\"items\":[" + items + "]" + (next == null ? "}" : ",\"next\":\"" + next + "\"}"));
    }
}
