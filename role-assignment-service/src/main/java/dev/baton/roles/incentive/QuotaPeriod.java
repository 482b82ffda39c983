package dev.baton.roles.incentive;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A year, a quarter or a month for which a quota is set: `2026`, `2026-Q3`, `2026-09`.
public record QuotaPeriod(Kind kind, int year, int part) {
    private static final Pattern TEXT =
            Pattern.compile("(?<year>[12]\\d{3})(-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?");

    /// How long a period is.
    public enum Kind {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    /// @throws InvalidValue when it is none
    public static QuotaPeriod parse(String text) {
        Matcher told = TEXT.matcher(Require.text("period", text));
        if (!told.matches()) {
            throw new InvalidValue("period", "must be a year, quarter or month, such as 2026, 2026-Q3 or 2026-09");
        }
        int year = Integer.parseInt(told.group("year"));
        if (told.group("quarter") != null) {
            return new QuotaPeriod(Kind.QUARTER, year, Integer.parseInt(told.group("quarter")));
        }
        return told.group("month") == null
                ? new QuotaPeriod(Kind.YEAR, year, 1)
                : new QuotaPeriod(Kind.MONTH, year, Integer.parseInt(told.group("month")));
    }

    /// The period that a moment falls into.
    public static QuotaPeriod containing(Instant moment, Kind kind, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        return new QuotaPeriod(kind, there.getYear(), (there.getMonthValue() - 1) / kind.months + 1);
    }

    /// Its first moment.
    public Instant begin(ZoneId zone) {
        return first().atStartOfDay(zone).toInstant();
    }

    /// The first moment that is not in it any more.
    public Instant end(ZoneId zone) {
        return first().plusMonths(kind.months).atStartOfDay(zone).toInstant();
    }

    private LocalDate first() {
        return LocalDate.of(year, (part - 1) * kind.months + 1, 1);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case YEAR -> String.valueOf(year);
            case QUARTER -> year + "-Q" + part;
            case MONTH -> "%d-%02d".formatted(year, part);
        };
    }
}
