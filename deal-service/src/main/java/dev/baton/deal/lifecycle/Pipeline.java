package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.deal.terms.TermsRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The rules that a deal keeps from its first day to its last; never changed, only followed by a newer version.
///
/// @param required the milestones that may not be skipped
/// @param criteria what qualifying a lead must give evidence of
/// @param steward the member, a sales manager, who holds what nobody else can
/// @param clockSkew how far ahead of Baton's clock an outside system's may be
/// @param parkedTimeToLive how long an event that came too early waits for what it lacks
/// @param limits how long a deal may rest
/// @param handover what support needs in its package
/// @param sla the working time that whoever holds its deals has for what
public record Pipeline(
        String name,
        int version,
        Set<Milestone> required,
        List<String> criteria,
        String steward,
        Duration clockSkew,
        Duration parkedTimeToLive,
        Limits limits,
        Set<HandoverPart> handover,
        TermsRules terms,
        ServiceRules service,
        SlaRules sla) {

    /// Holds for events of deals that nobody knows yet, and so for no pipeline.
    public static final Duration USUAL_CLOCK_SKEW = Duration.ofMinutes(5);

    /// One week: long enough for a sender's broken weekend.
    public static final Duration USUAL_TIME_TO_LIVE = Duration.ofDays(7);

    public Pipeline {
        Require.text("name", name);
        required = Set.copyOf(required);
        criteria = List.copyOf(criteria);
        Require.text("steward", steward);
        Require.present("clockSkew", clockSkew);
        Require.present("parkedTimeToLive", parkedTimeToLive);
        handover = Set.copyOf(handover);
    }

    public Holder stewardAsHolder() {
        return new Holder(Role.SALES_MANAGER, steward);
    }

    /// What must have been reached before this milestone, in order.
    SortedSet<Milestone> requiredBefore(Milestone milestone) {
        return new TreeSet<>(required).headSet(milestone);
    }
}
