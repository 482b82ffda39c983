package dev.baton.web.edge;

import static dev.baton.web.edge.EdgeClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.baton.web.edge.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.converter.RsaKeyConverters;

/// Tokens of an OIDC issuer that is known by its URL alone.
class IssuerTest {

    @Test
    void a_service_starts_before_its_issuer_and_believes_it_once_it_is_there() throws Exception {
        int port = freePort();
        String issuer = "http://127.0.0.1:" + port;
        try (ConfigurableApplicationContext service = service(issuer)) {
            EdgeClient client = service.getBean(EdgeClient.class);
            String token = TestTokens.issuedBy(issuer, "anna");

            assertProblem(client.send(client.request("/v1/me", token).GET()), 503, "issuer-unreachable");
            HttpServer server = issuer(port, issuer);
            try {
                assertThat(client.send(client.request("/v1/me", token).GET()).statusCode())
                        .isEqualTo(200);
                assertProblem(
                        client.send(client.request("/v1/me", TestTokens.issuedBy("https://else", "anna"))
                                .GET()),
                        401,
                        "token-invalid");
            } finally {
                server.stop(0);
            }
            assertThat(client.send(client.request("/v1/me", token).GET()).statusCode())
                    .as("with the keys of before, while the issuer is away")
                    .isEqualTo(200);
        }
    }

    private static ConfigurableApplicationContext service(String issuer) {
        return new SpringApplicationBuilder(EdgeApplication.class)
                .properties("server.address=127.0.0.1", "server.port=0", "baton.security.issuer=" + issuer)
                .run();
    }

    private static HttpServer issuer(int port, String url) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        serve(server, "/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}""".formatted(url));
        serve(server, "/keys", keys());
        server.start();
        return server;
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String keys() throws IOException {
        try (InputStream pem = TestTokens.class.getResourceAsStream("public.pem")) {
            return new JWKSet(new RSAKey.Builder(RsaKeyConverters.x509().convert(pem)).build()).toString();
        }
    }

    /// Below those that a system gives to whoever asks for any: while nobody listens there, no connection gets it for
    /// its own end.
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
    }
}
