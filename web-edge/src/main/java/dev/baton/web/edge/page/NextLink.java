package dev.baton.web.edge.page;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/// `Link: <...?after=...>; rel="next"` on every page that has a next one (RFC 8288).
@RestControllerAdvice
public final class NextLink implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Page<?>(var _, String next)) {
            String link = UriComponentsBuilder.fromUri(request.getURI())
                    .replaceQueryParam("after", next)
                    .build(true)
                    .toUriString();
            response.getHeaders().set(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"");
        }
        return body;
    }
}
