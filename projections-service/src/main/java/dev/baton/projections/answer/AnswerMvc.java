package dev.baton.projections.answer;

import dev.baton.web.edge.page.CsvRows;
import dev.baton.web.edge.page.NdjsonRows;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// What this service teaches Spring MVC.
@Configuration(proxyBeanMethods = false)
class AnswerMvc implements WebMvcConfigurer {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final JsonMapper json;

    AnswerMvc(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> {
            converters.add(new ReportConverter(CSV, new CsvRows(json)));
            converters.add(new ReportConverter(MediaType.APPLICATION_NDJSON, new NdjsonRows(json)));
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/v1/**", "/ops/**");
    }
}
