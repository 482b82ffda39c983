package dev.baton.web.edge;

import dev.baton.web.edge.page.CsvRows;
import dev.baton.web.edge.page.NdjsonRows;
import dev.baton.web.edge.page.PageRequestArgument;
import dev.baton.web.edge.page.RowConverter;
import dev.baton.web.edge.problem.ProblemResolver;
import dev.baton.web.edge.problem.ProblemWriter;
import dev.baton.web.edge.problem.Problems;
import dev.baton.web.edge.request.KnownParameters;
import dev.baton.web.edge.request.RequestTraceArgument;
import dev.baton.web.edge.security.ActorArgument;
import dev.baton.web.edge.security.ScopeCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
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
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/v1/**", "/ops/**");
    }

    /// JSON alone is read strictly: what else Spring finds on the class path (YAML, for the sake
    /// of OpenAPI) would leave out what it does not know, and is not spoken. Rows come at the end
    /// of the list: JSON stays what a client gets that does not mind.
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> {
            converters.removeIf(EdgeMvc::readsOtherThanJson);
            converters.add(new RowConverter(CSV, new CsvRows(json)));
            converters.add(new RowConverter(MediaType.APPLICATION_NDJSON, new NdjsonRows(json)));
        });
    }

    private static boolean readsOtherThanJson(HttpMessageConverter<?> converter) {
        return converter.canRead(AnyBody.class, null) && !(converter instanceof JacksonJsonHttpMessageConverter);
    }

    private record AnyBody() {}

    /// Behind the services' own `@ExceptionHandler`s, before Spring's bare statuses.
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(1, new ProblemResolver(problems, writer));
    }
}
