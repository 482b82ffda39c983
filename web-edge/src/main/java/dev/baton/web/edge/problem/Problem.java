package dev.baton.web.edge.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A refusal as RFC 9457 has it, with a stable `code` that clients may switch on.
///
/// @param type `/problems/<code>`, relative to the service
/// @param instance the path that was asked for; filled in by the edge when absent
/// @param members what else is known: `pointer` to the offending field, `allowed` instead, and so on
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code"})
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        String code,
        @JsonAnyGetter Map<String, Object> members) {

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static Problem of(HttpStatus status, String code, String title, @Nullable String detail) {
        return new Problem(URI.create("/problems/" + code), title, status.value(), detail, null, code, Map.of());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, instance, code, more);
    }

    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, code, members);
    }
}
