package dev.baton.roles.routing;

import org.jspecify.annotations.Nullable;

/// A patience as clients write it; what is left out is as in [Patience#USUAL].
public record GivenPatience(
        @Nullable Integer answerMinutes,
        @Nullable Integer declines,
        @Nullable Integer missed,
        @Nullable Integer decisionMinutes,
        @Nullable Integer packageMinutes,
        @Nullable Integer waitMinutes) {
    Patience complete() {
        Patience usual = Patience.USUAL;
        return new Patience(
                answerMinutes == null ? usual.answerMinutes() : answerMinutes,
                declines == null ? usual.declines() : declines,
                missed == null ? usual.missed() : missed,
                decisionMinutes,
                packageMinutes,
                waitMinutes);
    }
}
