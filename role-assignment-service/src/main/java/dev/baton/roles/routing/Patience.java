package dev.baton.roles.routing;

import dev.baton.contract.InvalidValue;
import java.time.Duration;

/// How long people are asked, and how often, before somebody else decides.
///
/// @param answerMinutes of business time until an offer expires
/// @param declines after so many a manager decides
/// @param missed after so many unanswered offers in a row a person counts as absent
public record Patience(int answerMinutes, int declines, int missed) {
    /// One working day; three.
    public static final Patience USUAL = new Patience(480, 3, 3);

    public Patience {
        atLeastOne("answerMinutes", answerMinutes);
        atLeastOne("declines", declines);
        atLeastOne("missed", missed);
    }

    public Duration answerWithin() {
        return Duration.ofMinutes(answerMinutes);
    }

    private static void atLeastOne(String field, int value) {
        if (value < 1) {
            throw new InvalidValue(field, "must be at least 1, was " + value);
        }
    }
}
