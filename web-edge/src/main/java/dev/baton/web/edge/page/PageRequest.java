package dev.baton.web.edge.page;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Which page a client asked for by `?limit=` and `?after=`. A controller takes it as an argument.
public record PageRequest(int limit, @Nullable Cursor after) {
    public static final int USUAL = 50;
    public static final int MOST = 1000;

    static PageRequest of(@Nullable String limit, @Nullable String after) {
        return new PageRequest(
                limit == null ? USUAL : limit(limit),
                Optional.ofNullable(after)
                        .filter(cursor -> !cursor.isEmpty())
                        .map(Cursor::decode)
                        .orElse(null));
    }

    /// How many rows to ask the database for: one more tells whether there is a next page.
    public int fetch() {
        return limit + 1;
    }

    private static int limit(String asked) {
        try {
            int limit = Integer.parseInt(asked);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(asked);
        }
        throw invalid(asked);
    }

    private static ProblemException invalid(String asked) {
        return new ProblemException(
                Problem.of(HttpStatus.BAD_REQUEST, "invalid-limit", "Invalid limit", "'" + asked + "' is no page size.")
                        .with("allowed", "1 to " + MOST));
    }
}
