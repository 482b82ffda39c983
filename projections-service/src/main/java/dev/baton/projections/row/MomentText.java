package dev.baton.projections.row;

import java.time.Instant;
import java.time.LocalDate;

/// Instants as ISO 8601 texts, digit by digit: a rebuild writes several for every event, and the
/// general formatter took an eighth of its time.
final class MomentText {
    private static final int SECONDS_A_DAY = 86_400;
    private static final int FIRST_NANO_DIGIT = 100_000_000;

    private MomentText() {}

    /// Appends `2026-01-05T08:00:00Z`, with as many digits of a fraction as it has.
    static void append(StringBuilder text, Instant moment) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(moment.getEpochSecond(), SECONDS_A_DAY));
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            text.append(moment);
            return;
        }
        int second = Math.floorMod(moment.getEpochSecond(), SECONDS_A_DAY);
        text.append(day.getYear());
        two(text.append('-'), day.getMonthValue());
        two(text.append('-'), day.getDayOfMonth());
        two(text.append('T'), second / 3600);
        two(text.append(':'), second / 60 % 60);
        two(text.append(':'), second % 60);
        fraction(text, moment.getNano());
        text.append('Z');
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        int rest = nanos;
        for (int digit = FIRST_NANO_DIGIT; rest > 0; digit /= 10) {
            text.append((char) ('0' + rest / digit));
            rest %= digit;
        }
    }
}
