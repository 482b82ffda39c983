package dev.baton.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.EventEnvelope;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.RandomOffice;
import dev.baton.projections.testing.Replaying;
import dev.baton.projections.testing.Running;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SwapTest {
    /// How many questions each reader asks at least while the views are swapped, however slow the machine is.
    private static final long MANY = 20;

    private final AtomicBoolean swapping = new AtomicBoolean(true);
    private final List<AtomicLong> asked =
            Stream.generate(AtomicLong::new).limit(4).toList();

    /// Readers on connections of their own, with statements that the server keeps prepared, and
    /// over HTTP, while the views are pointed to and fro.
    @Test
    void no_query_fails_and_no_figure_goes_back_while_the_views_are_swapped() throws Exception {
        List<EventEnvelope> events = RandomOffice.written(42, 60).events();
        String database = Postgres.newDatabaseUrl();
        try (Broker broker = new Broker();
                Running service = Running.on(broker, database);
                ExecutorService readers = Executors.newFixedThreadPool(4)) {
            broker.write(events.subList(0, events.size() - 100));
            service.awaitRead(events.size() - 100);
            List<Future<?>> reading = new ArrayList<>();
            for (String view : List.of("deal_timeline", "funnel", "close")) {
                AtomicLong queries = asked.get(reading.size());
                reading.add(readers.submit(() -> analyst(
                        database, "select count(*) from analytics." + view, view.equals("deal_timeline"), queries)));
            }
            reading.add(readers.submit(() -> overHttp(service, asked.getLast())));
            try {
                swapToAndFro(
                        new Replaying(service), broker, events.subList(events.size() - 100, events.size()), reading);
            } finally {
                swapping.set(false);
            }
            for (Future<?> queries : reading) {
                queries.get();
            }
            assertThat(asked).allMatch(queries -> queries.get() > MANY);
        }
    }

    private void swapToAndFro(Replaying replaying, Broker broker, List<EventEnvelope> more, List<Future<?>> reading) {
        JsonNode first = replaying.run();
        assertThat(first.path("phase").asString()).as("%s", first).isEqualTo("DONE");
        broker.write(more);
        for (int turn = 0; turn < 6 || (reading.stream().noneMatch(Future::isDone) && !allHaveAskedOften()); turn++) {
            back(replaying);
        }
        assertThat(replaying.run().path("phase").asString()).isEqualTo("DONE");
    }

    /// Where readers left no gap for a minute the operator is told to ask again, and does.
    private static void back(Replaying replaying) {
        HttpResponse<String> answer = replaying.rollBack();
        while (answer.statusCode() == 503) {
            assertThat(answer.body()).contains("views-in-use");
            answer = replaying.rollBack();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private boolean allHaveAskedOften() {
        return asked.stream().allMatch(queries -> queries.get() > MANY);
    }

    private @Nullable Void analyst(String url, String sql, boolean growing, AtomicLong queries) throws SQLException {
        long before = 0;
        try (Connection connection = DriverManager.getConnection(asAnalyst(url));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (; swapping.get(); queries.incrementAndGet()) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    long now = row.getLong(1);
                    assertThat(now).isGreaterThanOrEqualTo(growing ? before : 1);
                    before = now;
                }
            }
        }
        return null;
    }

    private @Nullable Void overHttp(Running service, AtomicLong queries) throws Exception {
        Callable<Integer> question =
                () -> service.get("/v1/handoffs", "application/json").statusCode();
        for (; swapping.get(); queries.incrementAndGet()) {
            assertThat(question.call()).isEqualTo(200);
        }
        return null;
    }

    private static String asAnalyst(String url) {
        String bare = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        return bare + "?user=analyst&password=analyst&prepareThreshold=1";
    }
}
