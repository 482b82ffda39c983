package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How each leg is routed: data with a version, so that a decision can say by which rules it came about.
///
/// @param version grows by one with each change
/// @param roles the rules per role; a role without one follows [Rule#USUAL]
/// @param calendar the team's working time; absent for [BusinessCalendar#USUAL]
public record RoutingPolicy(
        String name,
        int version,
        Map<Role, Rule> roles,
        @Nullable BusinessCalendar calendar) {
    public static final String DEFAULT = "default";

    public RoutingPolicy {
        Require.text("name", name);
        roles = Collections.unmodifiableMap(new TreeMap<>(Require.present("roles", roles)));
    }

    /// With the usual working time.
    public RoutingPolicy(String name, int version, Map<Role, Rule> roles) {
        this(name, version, roles, null);
    }

    /// When an offer expires that is made now.
    public Instant answerDue(Role role, Instant now) {
        BusinessCalendar working = calendar == null ? BusinessCalendar.USUAL : calendar;
        return working.after(now, of(role).patient().answerWithin());
    }

    public Rule of(Role role) {
        return roles.getOrDefault(role, Rule.USUAL);
    }

    /// @param acceptance POLICY: a setting says yes for the person; PERSON: they are asked
    /// @param weight what one deal takes of a person's capacity in this role
    /// @param whenNobody what ends the search when nobody is eligible
    /// @param steward the sales manager who takes it then, and who decides when too many decline
    /// @param patience with people who are asked; absent for [Patience#USUAL]
    public record Rule(
            Acceptance acceptance,
            int weight,
            WhenNobody whenNobody,
            @Nullable String steward,
            @Nullable Patience patience) {
        public static final Rule USUAL = new Rule(Acceptance.POLICY, 1, WhenNobody.QUEUE, null);

        /// With the usual patience.
        public Rule(Acceptance acceptance, int weight, WhenNobody whenNobody, @Nullable String steward) {
            this(acceptance, weight, whenNobody, steward, null);
        }

        public Patience patient() {
            return patience == null ? Patience.USUAL : patience;
        }

        public Rule {
            Require.present("acceptance", acceptance);
            Require.present("whenNobody", whenNobody);
            Require.notNegative("weight", weight);
            if (acceptance == Acceptance.FORCED) {
                throw new InvalidValue("acceptance", "must be POLICY or PERSON");
            }
            if (whenNobody == WhenNobody.STEWARD) {
                Require.text("steward", steward);
            }
        }
    }

    public enum WhenNobody {
        /// The deal waits, visibly, and its holder carries on.
        QUEUE,
        /// The named steward takes it.
        STEWARD
    }
}
