package dev.baton.cli.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers as issuer and as all three services, over real HTTP; what the services answer is up to the test.
public final class PretendStack implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public record Reply(int status, String body) {}

    @FunctionalInterface
    public interface Services {
        Reply answer(String method, URI path);
    }

    public PretendStack(Path data, Services services) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/oauth2/token", exchange -> {
            send(exchange, new Reply(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
        });
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            send(exchange, services.answer(exchange.getRequestMethod(), exchange.getRequestURI()));
        });
        server.start();
        write(data, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Methods and paths in the order in which they came.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void write(Path data, String url) throws IOException {
        Files.writeString(data.resolve("baton.json"), """
                {"issuer":"%1$s","processes":[{"name":"deal-service","url":"%1$s/deals"},
                 {"name":"role-assignment-service","url":"%1$s/roles"},
                 {"name":"projections-service","url":"%1$s/rows"}]}""".formatted(url));
        Files.writeString(data.resolve("credentials.json"), "{\"clients\":{\"operator\":\"secret\"}}");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
