package dev.baton.axon.kafka.feed;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A service's log, with what it took in, for whoever wants to follow it: NDJSON up to the log's present end, or
/// server-sent events for ever.
@RestController
public final class FeedController {
    private static final int PAGE = 500;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final EventLog log;
    private final FeedLine line;

    public FeedController(EventLog log, FeedLine line) {
        this.log = log;
        this.line = line;
    }

    /// @param after the last position that the caller has; 0 for everything
    /// @param limit how many events at most; without it, all that there are
    @GetMapping(path = "/v1/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    public void catchUp(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long limit,
            HttpMethod method,
            HttpServletResponse response)
            throws IOException {
        long left = limit == null ? Long.MAX_VALUE : notNegative("limit", limit);
        long position = notNegative("after", after);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        if (method.equals(HttpMethod.HEAD)) {
            return;
        }
        ServletOutputStream out = response.getOutputStream();
        for (List<StoredEvent> page = page(position, left); !page.isEmpty(); page = page(position, left)) {
            for (StoredEvent event : page) {
                write(line.of(event) + "\n", out);
            }
            out.flush();
            position = page.getLast().position();
            left -= page.size();
        }
    }

    /// Each event has its position as `id`, so that a browser that comes back goes on behind it.
    @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public void live(
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen,
            HttpMethod method,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        ServletOutputStream out = response.getOutputStream();
        long position = notNegative("after", lastSeen == null ? after : lastSeen);
        out.flush();
        response.flushBuffer();
        if (method.equals(HttpMethod.HEAD)) {
            return;
        }
        while (!Thread.currentThread().isInterrupted()) {
            position = next(position, out);
        }
    }

    /// A comment when nothing happens: it keeps the connection open, and finds out when the other side has gone.
    private long next(long position, ServletOutputStream out) throws IOException {
        long last = position;
        if (log.awaitAfter(position, HEARTBEAT)) {
            for (StoredEvent event : log.readAfter(position, PAGE)) {
                write("id: " + event.position() + "\ndata: " + line.of(event) + "\n\n", out);
                last = event.position();
            }
        } else {
            write(": nothing new\n\n", out);
        }
        out.flush();
        return last;
    }

    private List<StoredEvent> page(long position, long left) {
        return left == 0 ? List.of() : log.readAfter(position, (int) Math.min(PAGE, left));
    }

    private static void write(String text, ServletOutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long notNegative(String parameter, long value) {
        if (value < 0) {
            throw new ProblemException(Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-parameter",
                            "Invalid parameter",
                            "'" + parameter + "' must not be negative.")
                    .with("parameter", parameter));
        }
        return value;
    }
}
