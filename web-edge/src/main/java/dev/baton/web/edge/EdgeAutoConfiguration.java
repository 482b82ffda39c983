package dev.baton.web.edge;

import dev.baton.web.edge.body.BodyLimit;
import dev.baton.web.edge.json.StrictJson;
import dev.baton.web.edge.page.NextLink;
import dev.baton.web.edge.problem.ContractProblems;
import dev.baton.web.edge.problem.HttpProblems;
import dev.baton.web.edge.problem.JsonProblems;
import dev.baton.web.edge.problem.OutageProblems;
import dev.baton.web.edge.problem.ProblemErrorPage;
import dev.baton.web.edge.problem.ProblemTranslation;
import dev.baton.web.edge.problem.ProblemWriter;
import dev.baton.web.edge.problem.Problems;
import dev.baton.web.edge.request.RequestTraceFilter;
import dev.baton.web.edge.request.StorableQuery;
import dev.baton.web.edge.security.EdgeSecurity;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/// Puts the edge in front of a service: a service only has to have it on its class path.
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@EnableConfigurationProperties(WebSettings.class)
@Import({EdgeSecurity.class, EdgeMvc.class, ProblemErrorPage.class, NextLink.class})
public class EdgeAutoConfiguration {
    private static final int BEFORE_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1;

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    /// The services' own translations come first: they know more than the edge does.
    @Bean
    Problems problems(ObjectProvider<ProblemTranslation> services) {
        List<ProblemTranslation> own =
                List.of(new ContractProblems(), new HttpProblems(), new JsonProblems(), new OutageProblems());
        return new Problems(
                Stream.concat(services.orderedStream(), own.stream()).toList());
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    EdgeServer edgeServer(JsonMapper json) {
        return new EdgeServer(json);
    }

    @Bean
    FilterRegistrationBean<RequestTraceFilter> requestTrace() {
        return ordered(new RequestTraceFilter(), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(WebSettings settings, ProblemWriter writer) {
        return ordered(new BodyLimit(settings.maxBody(), writer), BEFORE_SECURITY);
    }

    @Bean
    FilterRegistrationBean<StorableQuery> storableQuery(ProblemWriter writer) {
        return ordered(new StorableQuery(writer), BEFORE_SECURITY);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
