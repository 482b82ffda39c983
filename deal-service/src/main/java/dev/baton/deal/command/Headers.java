package dev.baton.deal.command;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What commands take from headers, checked.
final class Headers {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern EPOCH = Pattern.compile("\\d{1,9}");

    private Headers() {}

    static @Nullable String idempotencyKey(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw invalid("Idempotency-Key", "1 to 200 visible ASCII characters");
        }
        return key;
    }

    static @Nullable Long version(@Nullable String tag) {
        if (tag == null || tag.equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            throw invalid("If-Match", "one ETag as GET gave it, for instance \"3\"");
        }
        return Long.valueOf(matcher.group(1));
    }

    static @Nullable Integer epoch(@Nullable String epoch) {
        if (epoch != null && !EPOCH.matcher(epoch).matches()) {
            throw invalid("Baton-Epoch", "a number from 0");
        }
        return epoch == null ? null : Integer.valueOf(epoch);
    }

    private static ProblemException invalid(String header, String wanted) {
        return new ProblemException(
                Problem.of(HttpStatus.BAD_REQUEST, "invalid-header", "Invalid header", header + " must be " + wanted));
    }
}
