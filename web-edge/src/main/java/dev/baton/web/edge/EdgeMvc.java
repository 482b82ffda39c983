package dev.baton.web.edge;

import dev.baton.web.edge.page.CsvRows;
import dev.baton.web.edge.page.NdjsonRows;
import dev.baton.web.edge.page.PageRequestArgument;
import dev.baton.web.edge.page.RowConverter;
import dev.baton.web.edge.problem.ProblemResolver;
import dev.baton.web.edge.problem.ProblemWriter;
import dev.baton.web.edge.problem.Problems;
import dev.baton.web.edge.request.RequestTraceArgument;
import dev.baton.web.edge.security.ActorArgument;
import dev.baton.web.edge.security.ScopeCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// What the edge teaches Spring MVC: arguments, row formats, and problems instead of bare statuses.
@Configuration(proxyBeanMethods = false)
public class EdgeMvc implements WebMvcConfigurer {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Problems problems;
    private final ProblemWriter writer;
    private final JsonMapper json;

    EdgeMvc(Problems problems, ProblemWriter writer, JsonMapper json) {
        this.problems = problems;
        this.writer = writer;
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
        resolvers.add(new PageRequestArgument());
        resolvers.add(new RequestTraceArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeCheck());
    }

    /// At the end of the list: JSON stays what a client gets that does not mind.
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> {
            converters.add(new RowConverter(CSV, new CsvRows(json)));
            converters.add(new RowConverter(MediaType.APPLICATION_NDJSON, new NdjsonRows(json)));
        });
    }

    /// Behind the services' own `@ExceptionHandler`s, before Spring's bare statuses.
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(1, new ProblemResolver(problems, writer));
    }
}
