package dev.baton.axon.kafka.feed;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A service's log, with what it took in, for whoever wants to follow it: NDJSON up to the log's
/// present end, or server-sent events for as long as the token is good that they were asked for
/// with.
@RestController
public final class FeedController {
    private static final int PAGE = 500;

    private final EventLog log;
    private final FeedLine line;
    private final FeedSettings settings;
    private volatile boolean over;

    public FeedController(EventLog log, FeedLine line, FeedSettings settings) {
        this.log = log;
        this.line = line;
        this.settings = settings;
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
    /// Ends with the event `end`.
    @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public void live(
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen,
            HttpMethod method,
            HttpServletRequest request,
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
        Instant end = end(request);
        for (Duration left = left(end); isOn(left); left = left(end)) {
            position = next(position, shorter(left, settings.heartbeat()), out);
        }
        write("event: end\ndata: {}\n\n", out);
    }

    /// Whoever follows begins again before the web server waits for what is still being answered.
    @EventListener(ContextClosedEvent.class)
    public void end() {
        over = true;
    }

    private Instant end(HttpServletRequest request) {
        Instant longest = Instant.now().plus(settings.longest());
        Instant expiry = request.getUserPrincipal() instanceof JwtAuthenticationToken shown
                ? shown.getToken().getExpiresAt()
                : null;
        return expiry == null || longest.isBefore(expiry) ? longest : expiry;
    }

    private static Duration left(Instant end) {
        return Duration.between(Instant.now(), end);
    }

    private boolean isOn(Duration left) {
        return left.isPositive() && !over && !Thread.currentThread().isInterrupted();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// A comment when nothing happens: it keeps the connection open, and finds out when the other side has gone.
    private long next(long position, Duration atMost, ServletOutputStream out) throws IOException {
        long last = position;
        if (log.awaitAfter(position, atMost)) {
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
