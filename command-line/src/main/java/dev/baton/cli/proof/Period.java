package dev.baton.cli.proof;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A stretch of the time of what happened.
///
/// @param from its first moment; absent for the beginning
/// @param to the first moment after it; absent for the end
public record Period(@Nullable Instant from, @Nullable Instant to) {
    static final Period ALWAYS = new Period(null, null);

    /// @param from an instant, or a day in UTC
    /// @throws IOException when one is neither, or they are in the wrong order
    public static Period of(@Nullable String from, @Nullable String to) throws IOException {
        Period period = new Period(moment("--from", from), moment("--to", to));
        if (period.from != null && period.to != null && !period.from.isBefore(period.to)) {
            throw new IOException("--to must be after --from");
        }
        return period;
    }

    private static @Nullable Instant moment(String option, @Nullable String text) throws IOException {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            throw new IOException(
                    option + " takes a day like 2017-03-01 or an instant like 2017-03-01T12:00:00Z, not '" + text + "'",
                    unreadable);
        }
    }

    /// As far as it has come by that moment: what has not happened yet proves nothing.
    ///
    /// @throws IOException when it has not begun
    Period upTo(Instant now) throws IOException {
        if (from != null && !from.isBefore(now)) {
            throw new IOException("the period begins in the future: there is nothing yet to prove of it");
        }
        return to == null || to.isBefore(now) ? this : new Period(from, now);
    }

    boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (to == null || moment.isBefore(to));
    }
}
