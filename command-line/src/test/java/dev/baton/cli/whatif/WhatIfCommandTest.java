package dev.baton.cli.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.ops.PretendStack;
import dev.baton.cli.ops.PretendStack.Reply;
import dev.baton.cli.ops.Told;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {
    private static final String POLICY =
            "{\"roles\":{\"CUSTOMER_SUPPORT_REPRESENTATIVE\":{\"weight\":2},\"ACCOUNT_EXECUTIVE\":{}}}";

    @TempDir
    Path data;

    private boolean same = true;

    @Test
    void the_same_for_the_recorded_policies_ends_with_0_and_anything_else_with_1() throws Exception {
        Told told = whatIf();
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text()).contains("THE SAME");
        same = false;
        assertThat(whatIf().code()).isEqualTo(1);
    }

    @Test
    void another_policy_is_answered_with_0_by_role_and_place() throws Exception {
        same = false;
        Told told = whatIf("--policy", policy().toString());
        assertThat(told.code()).as(told.besides()).isZero();
        assertThat(told.text())
                .containsSubsequence(
                        "PEOPLE",
                        "CUSTOMER_SUPPORT_REPRESENTATIVE",
                        "  sam ",
                        "NOBODY COULD TAKE",
                        "CUSTOMER_SUPPORT_REPRESENTATIVE",
                        "  East ",
                        "  anywhere ");
    }

    @Test
    void a_policy_that_cannot_be_read_is_named() throws Exception {
        Path none = data.resolve("none.json");
        assertRefused(whatIf("--policy", none.toString()), "there is no file " + none);
        assertRefused(whatIf("--policy", data.toString()), data + " cannot be read: ");
        Path broken = Files.writeString(data.resolve("broken.json"), "{\"roles\": ");
        assertRefused(whatIf("--policy", broken.toString()), broken + " is no JSON: ");
    }

    /// What is no policy would else be taken for none, and everything come out the same.
    @Test
    void a_file_that_is_no_policy_is_refused_and_told_where() throws Exception {
        assertRefused(whatIf("--policy", file("").toString()), "and is empty");
        assertRefused(whatIf("--policy", file("null").toString()), "of another kind: null");
        assertRefused(whatIf("--policy", file("[]").toString()), "of another kind: array");
        assertRefused(whatIf("--policy", file("roles:\n  ACCOUNT_EXECUTIVE:\n").toString()), "line 1, column ");
        assertRefused(whatIf("--policy", file("{\"roles\":\n{}} more").toString()), "line 2, column ");
        assertRefused(whatIf("--policy", file("{\"roles\":{},\"roles\":{}}").toString()), "Duplicate");
        Path latin = Files.write(data.resolve("latin.json"), new byte[] {'{', (byte) 0xe9, '}'});
        assertRefused(whatIf("--policy", latin.toString()), "no text in UTF-8");
    }

    @Test
    void a_number_of_differences_below_none_is_refused() throws Exception {
        assertRefused(whatIf("--differences", "-1"), "--differences must not be negative");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(data.resolve("given.json"), text);
    }

    @Test
    void what_a_policy_stands_in_for_is_said_with_the_policy() throws Exception {
        assertRefused(whatIf("--replaces", "default"), "give it with --policy FILE");
    }

    private static void assertRefused(Told told, String why) {
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.text()).isEmpty();
        assertThat(told.besides()).contains("baton: ").contains(why);
    }

    private Path policy() throws Exception {
        return Files.writeString(data.resolve("policy.json"), POLICY);
    }

    private Reply answer(String method, URI path) {
        if (path.getPath().endsWith("/differences")) {
            return new Reply(200, "{\"items\":[]}");
        }
        String run = """
                {"id":"1","state":"DONE","step":"x","done":1,"total":1,"startedAt":"2026-11-28T00:00:00Z",
                 "endedAt":"2026-11-28T00:00:09Z","result":{"same":%s%s,"facts":1,"deals":1,"roles":[],
                  "people":[{"role":"CUSTOMER_SUPPORT_REPRESENTATIVE","member":"sam","capacity":9}],
                  "unroutable":[{"role":"CUSTOMER_SUPPORT_REPRESENTATIVE","territory":"East","recorded":1,"whatIf":2},
                   {"role":"CUSTOMER_SUPPORT_REPRESENTATIVE","recorded":0,"whatIf":1}]}}""";
        return new Reply(method.equals("POST") ? 202 : 200, run.formatted(same, same ? "" : ",\"differences\":3"));
    }

    @Test
    void a_run_that_somebody_else_cancels_was_not_found_out() throws Exception {
        try (var stack = new PretendStack(data, (method, path) -> state("CANCELLED"))) {
            Told told = Told.by(data, "what-if");
            assertThat(told.code()).isEqualTo(2);
            assertThat(told.besides()).contains("somebody has cancelled it");
        }
    }

    @Test
    void a_run_that_a_restart_has_forgotten_is_asked_for_again() throws Exception {
        var posts = new AtomicInteger();
        try (var stack = new PretendStack(data, (method, path) -> {
            if (method.equals("POST")) {
                return posts.incrementAndGet() == 1 ? state("RUNNING") : answer(method, path);
            }
            return posts.get() == 1 ? new Reply(404, "{}") : answer(method, path);
        })) {
            Told told = Told.by(data, "what-if");
            assertThat(told.code()).as(told.besides()).isZero();
            assertThat(posts).hasValue(2);
        }
    }

    @Test
    void whoever_leaves_before_the_answer_cancels_the_run_on_the_server() throws Exception {
        assertThat(askedUntilLeft(1)).contains("DELETE /roles/v1/what-if/7");
    }

    @Test
    void a_run_that_somebody_else_waits_for_too_goes_on() throws Exception {
        assertThat(askedUntilLeft(2)).noneMatch(asked -> asked.startsWith("DELETE"));
    }

    /// What a process of its own asks for until it is told to end, as by Ctrl-C, and has ended.
    private List<String> askedUntilLeft(int askers) throws Exception {
        String running = "{\"id\":\"7\",\"state\":\"RUNNING\",\"step\":\"x\",\"done\":1,\"total\":9,\"askers\":%d}";
        try (var stack = new PretendStack(
                data, (method, path) -> new Reply(method.equals("POST") ? 202 : 200, running.formatted(askers)))) {
            Process baton = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.baton.cli.Baton",
                            "what-if",
                            "--data",
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("told.txt").toFile())
                    .start();
            try {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> stack.asked().contains("GET /roles/v1/what-if/7"));
                baton.destroy();
                assertThat(baton.waitFor(2, TimeUnit.MINUTES)).isTrue();
            } finally {
                baton.destroyForcibly();
            }
            return stack.asked();
        }
    }

    private static Reply state(String state) {
        return new Reply(202, "{\"id\":\"1\",\"state\":\"" + state + "\"}");
    }

    private Told whatIf(String... options) throws Exception {
        try (var stack = new PretendStack(data, this::answer)) {
            return Told.by(data, "what-if", options);
        }
    }
}
