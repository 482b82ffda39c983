package dev.baton.deal.command;

import dev.baton.web.edge.request.RequestTrace;
import dev.baton.web.edge.request.RequestTraceArgument;
import dev.baton.web.edge.security.ActorArgument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands [Asked] to a controller that asks for it.
public final class AskedArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final ActorArgument actors = new ActorArgument();
    private final RequestTraceArgument traces = new RequestTraceArgument();

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest http = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        RequestTrace trace =
                Objects.requireNonNull((RequestTrace) traces.resolveArgument(parameter, container, web, binder));
        return Asked.of(http, actors.resolveArgument(parameter, container, web, binder), trace);
    }
}
