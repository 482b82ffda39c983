package dev.baton.web.edge.page;

import dev.baton.contract.Require;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// The sort key of the last row of a page; opaque to clients, who only hand it back.
public record Cursor(List<String> keys) {
    /// Years of more than four digits are written otherwise in SQL than in ISO 8601.
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    public String encoded() {
        return keys.stream()
                .map(key ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    /// @throws ProblemException 400 `invalid-cursor`
    public static Cursor decode(String encoded) {
        try {
            return new Cursor(
                    Arrays.stream(encoded.split("\\.", -1)).map(Cursor::key).toList());
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static String key(String encoded) {
        return Require.storable("after", new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }

    /// The keys of a listing that sorts by `count` of them.
    ///
    /// @throws ProblemException 400 `invalid-cursor` when this cursor belongs to another listing
    public List<String> keys(int count) {
        if (keys.size() != count) {
            throw invalid();
        }
        return keys;
    }

    /// The key of a row that is sorted by a moment: itself, when that is what it is.
    ///
    /// @throws ProblemException 400 `invalid-cursor` when it is neither a moment nor infinitely
    ///     far away
    public static String moment(String key) {
        if (key.equals("infinity") || key.equals("-infinity")) {
            return key;
        }
        try {
            Instant moment = Instant.parse(key);
            if (moment.isBefore(LATEST)) {
                return moment.toString();
            }
        } catch (DateTimeParseException another) {
            throw invalid();
        }
        throw invalid();
    }

    /// For keys that are not what this listing sorts by, for instance no number.
    public static ProblemException invalid() {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-cursor",
                "Invalid cursor",
                "'after' takes the 'next' of an earlier page of the same listing."));
    }
}
