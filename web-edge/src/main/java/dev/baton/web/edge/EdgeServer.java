package dev.baton.web.edge;

import dev.baton.web.edge.problem.ProblemValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/// What the edge teaches the server itself.
final class EdgeServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private static final int SWALLOW_BYTES = 32 << 20;

    private final JsonMapper json;

    EdgeServer(JsonMapper json) {
        this.json = json;
    }

    /// A refused body is still read to its end up to a limit: a client that is cut off while it sends never sees
    /// why it was refused.
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(SWALLOW_BYTES);
            }
        });
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(json)));
    }

    /// After Boot's own valve: the inner of two reports.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
