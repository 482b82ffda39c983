package dev.baton.projections.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/// The views of `analytics`, from the one text that the migration runs.
///
/// Where the migration drops and creates, a swap replaces: comments, rights and what others have
/// built on a view stay.
final class AnalyticsViews {
    private static final String TEXT = "db/projections/R__analytics_v1.sql";
    private static final String PLACEHOLDER = "${generation}";
    private static final Pattern VIEW = Pattern.compile("^create view analytics\\.\\w+ as\\n[^;]*;", Pattern.MULTILINE);

    private AnalyticsViews() {}

    /// Statements that point to a generation every view that names one, in the order in which a query
    /// locks them: a view before those that it reads. A swap in the other order would hold the lower
    /// view while it waits for the upper, and a query the upper while it waits for the lower. The text
    /// creates what is read first, so its order is turned about; a view that names no generation is
    /// left alone.
    static List<String> pointingTo(String generation) {
        return VIEW.matcher(read())
                .results()
                .map(MatchResult::group)
                .filter(view -> view.contains(PLACEHOLDER))
                .map(view -> replacing(view).replace(PLACEHOLDER, generation))
                .toList()
                .reversed();
    }

    private static String replacing(String view) {
        return view.replaceFirst("^create view", "create or replace view");
    }

    private static String read() {
        try {
            return new ClassPathResource(TEXT).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
