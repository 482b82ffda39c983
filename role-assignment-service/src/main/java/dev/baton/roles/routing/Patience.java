package dev.baton.roles.routing;

import dev.baton.contract.InvalidValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long people are asked, and how often, before somebody else decides.
///
/// @param answerMinutes of business time until an offer expires
/// @param declines after so many a manager decides
/// @param missed after so many unanswered offers in a row a person counts as absent
/// @param decisionMinutes of business time in which a manager decides; absent for one working day
/// @param packageMinutes of business time in which what support lacks is completed; absent for one working day
/// @param waitMinutes of business time that a leg may wait for somebody before a manager is told;
///     absent for as long as it takes
public record Patience(
        int answerMinutes,
        int declines,
        int missed,
        @Nullable Integer decisionMinutes,
        @Nullable Integer packageMinutes,
        @Nullable Integer waitMinutes) {
    private static final int WORKING_DAY = 480;

    /// One working day; three.
    public static final Patience USUAL = new Patience(WORKING_DAY, 3, 3);

    /// With the usual time for whatever nobody is offered.
    public Patience(int answerMinutes, int declines, int missed) {
        this(answerMinutes, declines, missed, null, null, null);
    }

    /// With as long in the queue as it takes.
    public Patience(
            int answerMinutes,
            int declines,
            int missed,
            @Nullable Integer decisionMinutes,
            @Nullable Integer packageMinutes) {
        this(answerMinutes, declines, missed, decisionMinutes, packageMinutes, null);
    }

    public Patience {
        atLeastOne("answerMinutes", answerMinutes);
        atLeastOne("declines", declines);
        atLeastOne("missed", missed);
        atLeastOne("decisionMinutes", orWorkingDay(decisionMinutes));
        atLeastOne("packageMinutes", orWorkingDay(packageMinutes));
        if (waitMinutes != null) {
            atLeastOne("waitMinutes", waitMinutes);
        }
    }

    public Duration answerWithin() {
        return Duration.ofMinutes(answerMinutes);
    }

    public Duration decideWithin() {
        return Duration.ofMinutes(orWorkingDay(decisionMinutes));
    }

    public Duration completeWithin() {
        return Duration.ofMinutes(orWorkingDay(packageMinutes));
    }

    /// How long a leg may wait before a manager is told; absent for as long as it takes.
    public @Nullable Duration waitWithin() {
        return waitMinutes == null ? null : Duration.ofMinutes(waitMinutes);
    }

    private static int orWorkingDay(@Nullable Integer minutes) {
        return minutes == null ? WORKING_DAY : minutes;
    }

    private static void atLeastOne(String field, int value) {
        if (value < 1) {
            throw new InvalidValue(field, "must be at least 1, was " + value);
        }
    }
}
