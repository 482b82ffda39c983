package dev.baton.deal.pipeline;

import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.SlaRules;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The working time for whoever holds a deal, as it is written in JSON: ISO 8601 durations such as
/// `PT16H`, which is two working days of eight hours. It passes in the calendar of `terms`. What is
/// absent has no limit.
///
/// @param firstResponse until a representative has spoken with a lead
/// @param stageLimits until a deal has left its stage
/// @param firstContact until somebody has spoken with the customer after the close
public record SlaDefinition(
        @Nullable String firstResponse,
        @Nullable Map<Stage, String> stageLimits,
        @Nullable String firstContact) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public SlaDefinition {
        stageLimits = stageLimits == null ? null : Map.copyOf(stageLimits);
        rules(firstResponse, stageLimits, firstContact);
    }

    SlaRules rules() {
        return rules(firstResponse, stageLimits, firstContact);
    }

    private static SlaRules rules(
            @Nullable String firstResponse, @Nullable Map<Stage, String> stageLimits, @Nullable String firstContact) {
        Map<Stage, Duration> limits = new EnumMap<>(Stage.class);
        if (stageLimits != null) {
            stageLimits.forEach((stage, told) -> limits.put(stage, time("stageLimits." + stage, told)));
        }
        return new SlaRules(
                firstResponse == null ? null : time("firstResponse", firstResponse),
                limits,
                firstContact == null ? null : time("firstContact", firstContact));
    }

    private static Duration time(String field, String told) {
        return Durations.between(field, told, SHORTEST, LONGEST);
    }
}
