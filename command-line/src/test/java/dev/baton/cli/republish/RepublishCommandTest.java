package dev.baton.cli.republish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.ops.PretendStack;
import dev.baton.cli.ops.PretendStack.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RepublishCommandTest {
    @TempDir
    Path data;

    @Test
    void both_are_held_before_roles_send_and_deals_add_what_is_lacking() throws Exception {
        try (var stack = new PretendStack(data, (method, path) -> done(method))) {
            assertThat(republish("--yes")).isZero();
            assertThat(posts(stack))
                    .containsExactly(
                            "POST /deals/ops/republish?step=hold",
                            "POST /roles/ops/republish?step=hold",
                            "POST /roles/ops/republish?step=send&force=false",
                            "POST /deals/ops/republish?step=send",
                            "POST /roles/ops/republish?step=release",
                            "POST /deals/ops/republish?step=release");
        }
    }

    @Test
    void a_refusal_lets_both_go_on() throws Exception {
        try (var stack = new PretendStack(
                data,
                (method, path) -> String.valueOf(path.getQuery()).contains("step=send")
                        ? new Reply(202, "{\"id\":\"1\",\"state\":\"REFUSED\",\"error\":\"not empty\"}")
                        : done(method))) {
            assertThat(republish("--yes")).isNotZero();
            assertThat(posts(stack))
                    .endsWith("POST /roles/ops/republish?step=release", "POST /deals/ops/republish?step=release")
                    .doesNotContain("POST /deals/ops/republish?step=send");
        }
    }

    @Test
    void without_a_yes_nothing_is_asked_of_anybody() throws Exception {
        try (var stack = new PretendStack(data, (method, path) -> done(method))) {
            assertThat(republish()).isEqualTo(2);
            assertThat(stack.asked()).isEmpty();
        }
    }

    private int republish(String... options) {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 2, options.length);
        all[0] = "--data";
        all[1] = data.toString();
        return new CommandLine(new RepublishCommand()).execute(all);
    }

    private static List<String> posts(PretendStack stack) {
        return stack.asked().stream().filter(line -> line.startsWith("POST")).toList();
    }

    private static Reply done(String method) {
        return new Reply(
                method.equals("POST") ? 202 : 200,
                "{\"id\":\"1\",\"state\":\"DONE\",\"step\":\"s\",\"done\":1,\"total\":1,\"result\":{}}");
    }
}
