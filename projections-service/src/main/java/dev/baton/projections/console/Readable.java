package dev.baton.projections.console;

import dev.baton.projections.answer.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Figures in words that people read.
public final class Readable {
    private static final String NOTHING = "–";
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    public String count(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    public String money(@Nullable String amount, @Nullable String currency) {
        return amount == null || currency == null
                ? NOTHING
                : new DecimalFormat("#,##0.00", SYMBOLS).format(new BigDecimal(amount)) + " " + currency;
    }

    /// Several currencies stand side by side; there is no sum of them.
    public String money(List<Amount> amounts) {
        return amounts.isEmpty()
                ? NOTHING
                : String.join(
                        " · ",
                        amounts.stream()
                                .map(amount -> money(amount.amount(), amount.currency()))
                                .toList());
    }

    public String percent(@Nullable BigDecimal rate) {
        return rate == null ? NOTHING : new DecimalFormat("0.00", SYMBOLS).format(rate.movePointRight(2)) + " %";
    }

    /// As wide as a bar, 0 to 100, even when somebody carries more than they should.
    public int width(@Nullable BigDecimal rate) {
        return rate == null
                ? 0
                : rate.movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(100))
                        .intValue();
    }

    public String wait(@Nullable BigDecimal seconds) {
        return seconds == null ? NOTHING : duration(seconds.doubleValue());
    }

    public String since(Instant moment) {
        return duration(Math.max(0, Duration.between(moment, Instant.now()).toSeconds()));
    }

    public String between(Instant from, @Nullable Instant to) {
        long seconds = to == null ? 0 : Math.max(0, Duration.between(from, to).toSeconds());
        return to == null ? "until now" : seconds == 0 ? "at once" : duration(seconds);
    }

    public String day(@Nullable Instant moment) {
        return moment == null ? NOTHING : DAY.format(moment.atOffset(ZoneOffset.UTC));
    }

    public String minute(@Nullable Instant moment) {
        return moment == null ? NOTHING : MINUTE.format(moment.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /// `ACCOUNT_EXECUTIVE` is Account executive.
    public String words(@Nullable Object constant) {
        if (constant == null) {
            return NOTHING;
        }
        String words = constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? NOTHING : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// `baton.deal.lead-found.v1` is lead found.
    public String type(String wireName) {
        String[] parts = wireName.split("\\.");
        return parts[Math.max(0, parts.length - 2)].replace('-', ' ');
    }

    private static String duration(double seconds) {
        if (seconds < 1) {
            return Math.round(seconds * 1000) + " ms";
        }
        if (seconds < 10) {
            return new DecimalFormat("0.0", SYMBOLS).format(seconds) + " s";
        }
        return longer(Math.round(seconds));
    }

    private static String longer(long seconds) {
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
    }
}
