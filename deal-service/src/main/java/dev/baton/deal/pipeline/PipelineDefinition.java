package dev.baton.deal.pipeline;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.HandoverPart;
import dev.baton.deal.lifecycle.Limits;
import dev.baton.deal.lifecycle.Milestone;
import dev.baton.deal.lifecycle.Pipeline;
import dev.baton.deal.lifecycle.ServiceRules;
import dev.baton.deal.lifecycle.SlaRules;
import dev.baton.deal.terms.TermsRules;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A pipeline's rules as they are written in JSON.
///
/// @param required the milestones that may not be skipped; `lead-found` and `closed` are always among them
/// @param criteria what qualifying a lead must give evidence of
/// @param steward member id of the sales manager who holds what nobody else can; `steward` when absent
/// @param clockSkew ISO 8601 duration; `PT5M` when absent
/// @param parkedTimeToLive ISO 8601 duration; `P7D` when absent
/// @param limits how long a deal may rest; [Limits#USUAL] when absent
/// @param exitCriteria what must be shown before a stage is left, from QUALIFIED on; `criteria` are PROSPECTING's
/// @param terms what is wanted of the terms: nothing when absent
/// @param handover what support needs in its package: `summary`, `commitments`, `contact`; nothing when absent
/// @param service what is wanted after the sale
/// @param team whose deals these are: its calendar counts for promises to customers; `default` when absent
/// @param sla how much working time whoever holds a deal has for what; no limit when absent
public record PipelineDefinition(
        List<String> required,
        List<String> criteria,
        @Nullable String steward,
        @Nullable String clockSkew,
        @Nullable String parkedTimeToLive,
        @Nullable RestingDefinition limits,
        @Nullable List<String> handover,
        @Nullable Map<Stage, List<String>> exitCriteria,
        @Nullable TermsDefinition terms,
        @Nullable ServiceRules service,
        @Nullable String team,
        @Nullable SlaDefinition sla) {

    private static final Set<Milestone> ALWAYS = Set.of(Milestone.LEAD_FOUND, Milestone.CLOSED);
    private static final Duration LONGEST_SKEW = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(366);

    public PipelineDefinition {
        required = List.copyOf(Require.present("required", required));
        criteria = List.copyOf(Require.present("criteria", criteria));
        if (!milestones(required).containsAll(ALWAYS)) {
            throw new InvalidValue("required", "must contain lead-found and closed");
        }
        criteria.forEach(criterion -> Require.text("criteria", criterion));
        if (new HashSet<>(criteria).size() < criteria.size()) {
            throw new InvalidValue("criteria", "must not repeat");
        }
        Require.optionalText("steward", steward);
        Require.optionalText("team", team);
        duration("clockSkew", clockSkew, Pipeline.USUAL_CLOCK_SKEW, LONGEST_SKEW);
        duration("parkedTimeToLive", parkedTimeToLive, Pipeline.USUAL_TIME_TO_LIVE, LONGEST_WAIT);
        handover = handover == null ? null : List.copyOf(handover);
        parts(handover);
        exitCriteria = exitCriteria == null ? null : Map.copyOf(exitCriteria);
        checkExits(exitCriteria);
    }

    /// Asked of what is published now: a stored version stays as it is.
    ///
    /// @throws InvalidValue when it names somebody whose id is too long to be looked for
    PipelineDefinition requirePeopleToBeFound() {
        Require.optionalId("steward", steward);
        if (terms != null) {
            terms.requirePeopleToBeFound();
        }
        return this;
    }

    Pipeline asVersion(String name, int version) {
        return new Pipeline(
                name,
                version,
                milestones(required),
                criteria,
                stewardName(),
                duration("clockSkew", clockSkew, Pipeline.USUAL_CLOCK_SKEW, LONGEST_SKEW),
                duration("parkedTimeToLive", parkedTimeToLive, Pipeline.USUAL_TIME_TO_LIVE, LONGEST_WAIT),
                limits == null ? Limits.USUAL : limits.limits(),
                parts(handover),
                termsRules(),
                serviceRules(),
                sla == null ? SlaRules.NONE : sla.rules());
    }

    /// Promises are counted in the working time of the team, unless another calendar is named.
    private ServiceRules serviceRules() {
        return service == null || service.calendar() == null ? new ServiceRules(team) : service;
    }

    private TermsRules termsRules() {
        TermsRules rules = terms == null ? TermsRules.USUAL : terms.rules(stewardName());
        return exitCriteria == null ? rules : rules.leaving(exitCriteria);
    }

    private static void checkExits(@Nullable Map<Stage, List<String>> told) {
        if (told != null && told.containsKey(Stage.PROSPECTING)) {
            throw new InvalidValue("exitCriteria.PROSPECTING", "is said by criteria");
        }
        if (told != null) {
            told.forEach((stage, criteria) ->
                    criteria.forEach(criterion -> Require.text("exitCriteria." + stage, criterion)));
        }
    }

    private String stewardName() {
        return steward == null ? "steward" : steward;
    }

    private static Set<HandoverPart> parts(@Nullable List<String> names) {
        return names == null
                ? Set.of()
                : names.stream().map(PipelineDefinition::part).collect(Collectors.toSet());
    }

    private static HandoverPart part(String name) {
        return Arrays.stream(HandoverPart.values())
                .filter(part -> part.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("handover", "names '" + name + "', which is no part of a package"));
    }

    private static Set<Milestone> milestones(List<String> names) {
        return names.stream().map(PipelineDefinition::milestone).collect(Collectors.toSet());
    }

    private static Milestone milestone(String name) {
        try {
            return Milestone.ofWireName(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValue("required", "names '" + name + "', which is no milestone");
        }
    }

    private static Duration duration(String field, @Nullable String told, Duration usual, Duration longest) {
        Duration duration = told == null ? usual : parsed(field, told);
        if (duration.isNegative() || duration.compareTo(longest) > 0) {
            throw new InvalidValue(field, "must be between PT0S and " + longest);
        }
        return duration;
    }

    private static Duration parsed(String field, String told) {
        try {
            return Duration.parse(told);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidValue(field, "must be an ISO 8601 duration such as PT5M");
        }
    }
}
