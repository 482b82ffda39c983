package dev.baton.projections.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.baton.contract.testing.FreePort;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignInTest {

    /// The service is started first: whoever signs in before the issuer is there gets an error, not a dead service.
    @Test
    void a_visitor_is_sent_to_the_issuer_even_if_that_started_later() throws IOException {
        int port = FreePort.next();
        String issuer = "http://127.0.0.1:" + port;
        try (Broker broker = new Broker();
                Running service = Running.on(
                        broker,
                        Postgres.newDatabaseUrl(),
                        "--baton.security.issuer=" + issuer,
                        "--spring.profiles.active=",
                        "--baton.console.client-secret=secret")) {
            assertThat(location(service, "/")).endsWith("/oauth2/authorization/baton");

            HttpServer discovery = discovery(port, issuer);
            try {
                assertThat(location(service, "/oauth2/authorization/baton"))
                        .startsWith(issuer + "/authorize?response_type=code&client_id=console")
                        .contains("redirect_uri=http://127.0.0.1:")
                        .contains("/login/oauth2/code/baton");
            } finally {
                discovery.stop(0);
            }
            assertThat(service.stranger("/v1/pipeline", "application/json").statusCode())
                    .isEqualTo(401);
        }
    }

    private static String location(Running service, String path) {
        return service.stranger(path, "text/html")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpServer discovery(int port, String issuer) throws IOException {
        byte[] document = """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "userinfo_endpoint": "%1$s/userinfo", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer).getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
        return server;
    }
}
