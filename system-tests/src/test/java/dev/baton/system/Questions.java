package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// What analysts ask all the time, over HTTP and by SQL on statements that the server keeps
/// prepared. None may fail, and what only grows may not get smaller.
final class Questions implements AutoCloseable {
    private static final List<String> PATHS = List.of(
            "/v1/pipeline",
            "/v1/win-loss",
            "/v1/funnel",
            "/v1/cycle-time",
            "/v1/handoffs",
            "/v1/workload",
            "/v1/deals?limit=50");
    private static final List<String> GROWING = List.of("deal_timeline", "deal_current");

    private final AtomicBoolean asking = new AtomicBoolean(true);
    private final ExecutorService analysts = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Long>> asked = new ArrayList<>();

    Questions(Baton baton) {
        Api reports = baton.service("projections-service", "analyst");
        String sql = baton.status().analytics() + "&prepareThreshold=1";
        ask(() -> overHttp(reports));
        ask(() -> dealsNeverGetFewer(reports));
        GROWING.forEach(view -> ask(() -> bySql(sql, view)));
    }

    /// Until they were all answered once more.
    ///
    /// @return how many there were
    long stop() throws Exception {
        asking.set(false);
        long all = 0;
        for (Future<Long> one : asked) {
            long answered = one.get(5, TimeUnit.MINUTES);
            assertThat(answered).isGreaterThan(PATHS.size());
            all += answered;
        }
        return all;
    }

    @Override
    public void close() {
        asking.set(false);
        analysts.shutdownNow();
    }

    private void ask(Callable<Long> questions) {
        asked.add(analysts.submit(questions));
    }

    /// So that it is the demo that loads the machine, and not the analysts.
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }

    private long overHttp(Api reports) {
        long answered = 0;
        for (; asking.get(); answered++, pause()) {
            String path = PATHS.get((int) (answered % PATHS.size()));
            Api.Reply reply = reports.get(path);
            assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(200);
        }
        return answered;
    }

    private long dealsNeverGetFewer(Api reports) {
        long before = 0;
        long answered = 0;
        for (; asking.get(); answered++, pause()) {
            long now = reports.get("/v1/pipeline").json().at("/totals/deals").asLong();
            assertThat(now).as("deals in the pipeline").isGreaterThanOrEqualTo(before);
            before = now;
        }
        return answered;
    }

    private long bySql(String url, String view) throws Exception {
        long before = 0;
        long answered = 0;
        try (Connection analyst = DriverManager.getConnection(url);
                PreparedStatement question = analyst.prepareStatement("select count(*) from analytics." + view)) {
            for (; asking.get(); answered++, pause()) {
                try (ResultSet row = question.executeQuery()) {
                    row.next();
                    assertThat(row.getLong(1)).as(view).isGreaterThanOrEqualTo(before);
                    before = row.getLong(1);
                }
            }
        }
        return answered;
    }
}
