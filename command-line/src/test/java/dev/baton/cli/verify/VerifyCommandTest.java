package dev.baton.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.ops.PretendStack;
import dev.baton.cli.ops.PretendStack.Reply;
import dev.baton.cli.ops.PretendStack.Services;
import dev.baton.cli.ops.Told;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String CLEAN = "{\"source\":\"deal-service\",\"clean\":true,\"looked\":{\"events\":7},"
            + "\"lastHash\":\"abc\",\"counts\":[],\"findings\":[]}";
    private static final String FOUND = "{\"source\":\"gen_1\",\"clean\":false,\"looked\":{},\"lastHash\":null,"
            + "\"counts\":[{\"where\":\"ROWS\",\"fault\":\"ALTERED\",\"count\":12}],"
            + "\"findings\":[{\"where\":\"ROWS\",\"fault\":\"ALTERED\",\"subject\":\"deal-1\",\"event\":null,"
            + "\"place\":\"gen_1.deal_current deal-1\",\"detail\":\"another value of title\"}]}";

    @TempDir
    Path data;

    @Test
    void three_services_that_find_nothing_are_verified() throws Exception {
        Told told = verify((method, path) -> run(method, "DONE", CLEAN));
        assertThat(told.code()).isZero();
        assertThat(told.text())
                .contains("7 events", "last commit  abc", "VERIFIED: stores, topics and rows say the same.");
    }

    @Test
    void findings_are_counted_and_named() throws Exception {
        Told told = verify((method, path) -> run(method, "DONE", of(path).equals("rows") ? FOUND : CLEAN));
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.text())
                .contains(
                        "the rows: 12 ALTERED",
                        "deal-1 at gen_1.deal_current deal-1: another value of title",
                        "NOT VERIFIED: 12 findings.");
    }

    @Test
    void what_one_service_cannot_say_leaves_what_the_others_found_and_is_no_verdict() throws Exception {
        Told told = verify((method, path) -> of(path).equals("deals")
                ? new Reply(403, "{}")
                : run(method, "DONE", of(path).equals("rows") ? FOUND : CLEAN));
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.text()).contains("not found out: deals: ", " answers 403", "the rows: 12 ALTERED");
    }

    @Test
    void a_verification_that_is_refused_is_no_verdict() throws Exception {
        Told told = verify((method, path) -> run(method, of(path).equals("rows") ? "REFUSED" : "DONE", CLEAN));
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.text()).contains("not found out: read models: ", "NOT VERIFIED: 0 findings.");
    }

    @Test
    void what_a_restart_forgot_is_started_again() throws Exception {
        var begun = new AtomicInteger();
        Told told = verify((method, path) -> {
            if (method.equals("POST")) {
                begun.incrementAndGet();
            }
            return method.equals("GET") && begun.get() == 1
                    ? new Reply(404, "{\"code\":\"unknown-task\"}")
                    : run(method, "DONE", CLEAN);
        });
        assertThat(told.code()).isZero();
        assertThat(begun.get()).isEqualTo(4);
    }

    private Told verify(Services services) throws IOException {
        try (var stack = new PretendStack(data, services)) {
            return Told.by(data, "verify");
        }
    }

    private static Reply run(String method, String state, String result) {
        return method.equals("POST")
                ? new Reply(202, "{\"id\":\"1\",\"state\":\"RUNNING\"}")
                : new Reply(
                        200,
                        "{\"id\":\"1\",\"state\":\"" + state + "\",\"step\":\"comparison\",\"done\":1,\"total\":1,"
                                + "\"result\":" + result + "}");
    }

    private static String of(URI path) {
        return path.getPath().split("/")[1];
    }
}
