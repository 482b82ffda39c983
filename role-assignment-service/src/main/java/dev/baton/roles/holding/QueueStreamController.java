package dev.baton.roles.holding;

import dev.baton.roles.holding.WorkQueue.Item;
import dev.baton.web.edge.security.Actor;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// A person's queue as it changes: first all of it, then what changes, then a comment whenever
/// nothing does. Whoever comes back, with a `Last-Event-ID` or without, is told all of it again. A
/// stream is good for as long as the token that it was opened with, and while its reader may see
/// the queue.
@RestController
class QueueStreamController {
    private final WorkQueue work;
    private final QueueAccess access;
    private final QueueNews news;
    private final QueueStreamSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    QueueStreamController(
            WorkQueue work,
            QueueAccess access,
            QueueNews news,
            QueueStreamSettings settings,
            JsonMapper json,
            Clock clock) {
        this.work = work;
        this.access = access;
        this.news = news;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/members/{id}/queue", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(@PathVariable String id, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        access.require(id, actor);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            return;
        }
        QueueWatch watch = news.watch(id);
        try {
            tell(watch, actor, end(request), response.getOutputStream());
        } finally {
            news.forget(watch);
        }
    }

    private Instant end(HttpServletRequest request) {
        Instant longest = clock.instant().plus(settings.longest());
        Instant expiry = request.getUserPrincipal() instanceof JwtAuthenticationToken shown
                ? shown.getToken().getExpiresAt()
                : null;
        return expiry == null || longest.isBefore(expiry) ? longest : expiry;
    }

    private void tell(QueueWatch watch, Actor actor, Instant end, ServletOutputStream out)
            throws IOException, InterruptedException {
        List<Item> shown = show(watch, out);
        while (!watch.isClosed() && clock.instant().isBefore(end)) {
            if (!watch.await(heartbeat(end))) {
                write(": nothing new\n\n", out);
                continue;
            }
            watch.settle(settings.settle());
            if (!access.allows(watch.member(), actor)) {
                write("event: forbidden\ndata: {}\n\n", out);
                return;
            }
            shown = change(watch, shown, out);
            if (access.hasLeft(watch.member())) {
                write("event: departed\ndata: {}\n\n", out);
                return;
            }
        }
        write("event: end\ndata: {}\n\n", out);
    }

    /// No longer than the stream lasts.
    private Duration heartbeat(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() || left.compareTo(settings.heartbeat()) > 0 ? settings.heartbeat() : left;
    }

    private List<Item> show(QueueWatch watch, ServletOutputStream out) throws IOException {
        long position = news.position();
        List<Item> items = look(watch);
        write(event(position, "snapshot", Map.of("items", items)), out);
        return items;
    }

    private List<Item> change(QueueWatch watch, List<Item> before, ServletOutputStream out) throws IOException {
        long position = news.position();
        List<Item> items = look(watch);
        QueueChanges changes = QueueChanges.between(before, items);
        if (!changes.isEmpty()) {
            write(event(position, "changes", changes), out);
        }
        return items;
    }

    private List<Item> look(QueueWatch watch) {
        watch.looks();
        List<Item> items = work.first(watch.member(), settings.items());
        watch.showing(items.stream().map(Item::deal).collect(Collectors.toUnmodifiableSet()));
        return items;
    }

    private String event(long position, String name, Object data) {
        return "id: " + position + "\nevent: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
    }

    private static void write(String text, ServletOutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
