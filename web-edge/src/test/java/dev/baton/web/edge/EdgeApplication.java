package dev.baton.web.edge;

import dev.baton.contract.MalformedEvent;
import dev.baton.contract.UnknownEventType;
import dev.baton.web.edge.body.NdjsonLine;
import dev.baton.web.edge.body.NdjsonLines;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.problem.ProblemTranslation;
import dev.baton.web.edge.request.RequestTrace;
import dev.baton.web.edge.security.Actor;
import dev.baton.web.edge.security.RequiresScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The smallest service that has the edge.
@NullMarked
@SpringBootApplication
class EdgeApplication {
    enum Colour {
        RED,
        GREEN
    }

    record Order(
            String title,
            int pieces,
            Colour colour,
            Instant due,
            @Nullable String note,
            @Nullable Money price,
            @Nullable List<Item> items) {}

    record Item(String name, int count) {}

    record Row(String id, @Nullable String title, Cell cell, Instant at) {}

    record Cell(BigDecimal amount, String currency) {}

    record Echo(String id, @Nullable String member, List<String> roles, List<String> scopes, RequestTrace trace) {}

    @Bean
    ProblemTranslation ownWords() {
        return failure -> failure instanceof ArithmeticException
                ? Optional.of(Problem.of(HttpStatus.CONFLICT, "own-words", "Own words", "as the service has it"))
                : Optional.empty();
    }

    @RestController
    static class Endpoints {
        @PostMapping("/v1/orders")
        Order order(@RequestBody Order order) {
            return order;
        }

        @PostMapping("/v1/writes")
        @RequiresScope("orders:write")
        Order write(@RequestBody Order order) {
            return order;
        }

        @GetMapping("/v1/me")
        Echo me(Actor actor, RequestTrace trace) {
            return new Echo(
                    actor.id(),
                    actor.member(),
                    actor.roles().stream().sorted().toList(),
                    actor.scopes().stream().sorted().toList(),
                    trace);
        }

        @GetMapping("/v1/rows")
        Page<Row> rows(PageRequest asked, @RequestParam(defaultValue = "5") int total) {
            int first = asked.after() == null
                    ? 0
                    : Integer.parseInt(asked.after().keys(1).getFirst()) + 1;
            List<Row> fetched = IntStream.range(first, Math.min(total, first + asked.fetch()))
                    .mapToObj(Endpoints::row)
                    .toList();
            return Page.of(fetched, asked, row -> Cursor.of(row.id()));
        }

        private static Row row(int id) {
            return new Row(
                    String.valueOf(id),
                    id == 1 ? null : "a \"quoted\", title",
                    new Cell(new BigDecimal("10.50"), "EUR"),
                    Instant.EPOCH);
        }

        @PostMapping("/v1/lines")
        List<String> lines(HttpServletRequest request) throws IOException {
            NdjsonLines lines = new NdjsonLines(request.getInputStream(), 100);
            List<String> seen = new ArrayList<>();
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                seen.add(
                        switch (line.get()) {
                            case NdjsonLine.Text(long number, String json) -> number + " " + json;
                            case NdjsonLine.TooLong(long number, int limit) -> number + " longer than " + limit;
                            case NdjsonLine.NotUtf8(long number) -> number + " not UTF-8";
                        });
            }
            return seen;
        }

        @GetMapping("/v1/colours/{colour}")
        Colour colour(@PathVariable Colour colour) {
            return colour;
        }

        @GetMapping("/v1/needs")
        String needs(@RequestParam String what) {
            return what;
        }

        @GetMapping("/v1/options")
        String options(@RequestParam Map<String, String> options) {
            return new TreeSet<>(options.keySet()).toString();
        }

        @GetMapping("/v1/half")
        void half(HttpServletResponse response) throws IOException {
            response.setContentType("application/x-ndjson");
            response.getWriter().write("{}\n");
            response.flushBuffer();
            throw new IllegalStateException("in the middle");
        }

        @GetMapping("/v1/failures/{kind}")
        String fail(@PathVariable String kind) throws Exception {
            throw switch (kind) {
                case "refusal" ->
                    new ProblemException(Problem.of(HttpStatus.CONFLICT, "taken", "Taken", "somebody was faster")
                            .with("allowed", List.of("wait")));
                case "malformed" -> new MalformedEvent("/value/amount", "must not be negative", null);
                case "unknown-type" -> new UnknownEventType("baton.deal.eaten.v1");
                case "own" -> new ArithmeticException("x");
                case "deadlock" -> new IllegalStateException(new SQLException("deadlock detected", "40P01"));
                case "database" -> new IllegalStateException(new SQLException("gone", "57P01"));
                default -> new IllegalStateException("the secret password is 1234");
            };
        }
    }

    @RestController
    static class Elsewhere {
        @GetMapping("/elsewhere")
        String elsewhere() {
            return "should never be seen";
        }

        @GetMapping("/actuator/health")
        String health() {
            return "UP";
        }
    }
}
