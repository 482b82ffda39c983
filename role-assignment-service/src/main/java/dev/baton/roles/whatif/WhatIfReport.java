package dev.baton.roles.whatif;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was, and what would have been, side by side. It says who would have carried what and who would have waited; it
/// says nothing about whether more would have been won, since nobody can know.
///
/// @param policy what was tried; absent when everything was decided again by the recorded policies
/// @param same whether nothing at all would have been otherwise
/// @param facts of the log that were read
/// @param assumedAnswers of people who were not asked in reality, taken as a yes
/// @param voidActs what people did in reality and could not have done
/// @param differences how many legs would have come to somebody else, or to nobody
/// @param firstDecisions the first decisions that would have been otherwise, with all candidates
record WhatIfReport(
        @Nullable RoutingPolicy policy,
        @Nullable String replaces,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean same,
        long facts,
        long deals,
        Comparison.Steps steps,
        Comparison.Decisions decisions,
        long assumedAnswers,
        long voidActs,
        List<RoleLine> roles,
        List<PersonLine> people,
        List<Unroutable> unroutable,
        long differences,
        List<Comparison.DecisionDifference> firstDecisions,
        @JsonIgnore List<Difference> all) {

    /// The legs of one role.
    record RoleLine(Role role, Legs recorded, Legs whatIf) {}

    /// @param taken somebody took it
    /// @param asked somebody is asked at the end
    /// @param waiting nobody could take it to the end
    /// @param escalated a manager is to decide at the end
    /// @param passedOver nobody could take it before the deal moved on
    /// @param settled a manager, or a departure, ended the search
    /// @param ended the deal ended before somebody took it
    /// @param waited legs that waited and do no longer; seconds of their waits, in the time of what happened
    /// @param longestQueue how many waited at most at once
    record Legs(
            int legs,
            int taken,
            int asked,
            int waiting,
            int escalated,
            int passedOver,
            int settled,
            int ended,
            Waits waited,
            Waits waitedRecorded,
            int longestQueue) {}

    /// In seconds.
    record Waits(int count, double mean, double longest) {}

    /// @param capacity at the end of the history
    record PersonLine(Role role, String member, int capacity, Load recorded, Load whatIf) {}

    /// @param taken legs that the person took
    /// @param peak the most at once
    /// @param mean over the time of what happened
    /// @param last at the end of the history
    record Load(int taken, int peak, double mean, int last) {}

    /// Deals that nobody could take to the end, or that a manager is to decide about.
    record Unroutable(Role role, @Nullable String territory, int recorded, int whatIf) {}

    /// One leg that would have come to somebody else, or to nobody.
    ///
    /// @param number its place in the list, from 1
    /// @param leg which one of the role's legs in this deal, from 1
    record Difference(
            int number,
            String deal,
            Role role,
            int leg,
            @Nullable LegOutcome recorded,
            @Nullable LegOutcome whatIf) {}
}
