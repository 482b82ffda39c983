package dev.baton.roles.routing;

import dev.baton.contract.InvalidValue;
import org.jspecify.annotations.Nullable;

/// A patience as clients write it; what is left out is as in [Patience#USUAL].
public record GivenPatience(
        @Nullable Integer answerMinutes,
        @Nullable Integer declines,
        @Nullable Integer missed,
        @Nullable Integer decisionMinutes,
        @Nullable Integer packageMinutes,
        @Nullable Integer waitMinutes) {
    /// A working year. What is due later than any calendar goes would stop each hand-off that comes to it.
    private static final int LONGEST = 366 * 24 * 60;

    Patience complete() {
        atMostAYear("answerMinutes", answerMinutes);
        atMostAYear("decisionMinutes", decisionMinutes);
        atMostAYear("packageMinutes", packageMinutes);
        atMostAYear("waitMinutes", waitMinutes);
        Patience usual = Patience.USUAL;
        return new Patience(
                answerMinutes == null ? usual.answerMinutes() : answerMinutes,
                declines == null ? usual.declines() : declines,
                missed == null ? usual.missed() : missed,
                decisionMinutes,
                packageMinutes,
                waitMinutes);
    }

    private static void atMostAYear(String field, @Nullable Integer minutes) {
        if (minutes != null && minutes > LONGEST) {
            throw new InvalidValue(field, "must be at most " + LONGEST + ", was " + minutes);
        }
    }
}
