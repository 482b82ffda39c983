package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How each leg is routed: data with a version, so that a decision can say by which rules it came about.
///
/// @param version grows by one with each change
/// @param roles the rules per role; a role without one follows [Rule#USUAL]
/// @param calendar the team's working time; absent for [BusinessCalendar#USUAL]
/// @param calendars the working time of those who work in a territory, where it differs; absent where it never does
public record RoutingPolicy(
        String name,
        int version,
        Map<Role, Rule> roles,
        @Nullable BusinessCalendar calendar,
        @Nullable Map<String, BusinessCalendar> calendars) {
    public static final String DEFAULT = "default";

    public RoutingPolicy {
        Require.text("name", name);
        roles = Collections.unmodifiableMap(new TreeMap<>(Require.present("roles", roles)));
        calendars =
                calendars == null || calendars.isEmpty() ? null : Collections.unmodifiableMap(new TreeMap<>(calendars));
    }

    /// With the usual working time.
    public RoutingPolicy(String name, int version, Map<Role, Rule> roles) {
        this(name, version, roles, null);
    }

    /// With the same working time everywhere.
    public RoutingPolicy(String name, int version, Map<Role, Rule> roles, @Nullable BusinessCalendar calendar) {
        this(name, version, roles, calendar, null);
    }

    /// When an offer expires that is made now to somebody who works there.
    public Instant answerDue(Role role, Collection<String> territories, Instant now) {
        return workingTime(territories).after(now, of(role).patient().answerWithin());
    }

    /// When a manager who works there, and is asked now to decide who takes a leg of that role, should have.
    public Instant decisionDue(Role role, Collection<String> territories, Instant now) {
        return workingTime(territories).after(now, of(role).patient().decideWithin());
    }

    /// Until when a leg of that role may wait that begins to wait there now; absent for as long as
    /// it takes.
    public @Nullable Instant waitDue(Role role, Collection<String> territories, Instant now) {
        Duration most = of(role).patient().waitWithin();
        return most == null ? null : workingTime(territories).after(now, most);
    }

    /// When somebody who works there, and is told now what support lacks, should have completed it.
    public Instant packageDue(Collection<String> territories, Instant now) {
        return workingTime(territories)
                .after(now, of(Role.CUSTOMER_SUPPORT_REPRESENTATIVE).patient().completeWithin());
    }

    /// The calendar of the first of somebody's territories that has one, else the team's.
    public BusinessCalendar workingTime(Collection<String> territories) {
        BusinessCalendar team = calendar == null ? BusinessCalendar.USUAL : calendar;
        return calendars == null
                ? team
                : territories.stream()
                        .sorted()
                        .filter(calendars::containsKey)
                        .findFirst()
                        .<BusinessCalendar>map(calendars::get)
                        .orElse(team);
    }

    RoutingPolicy versioned(int next) {
        return new RoutingPolicy(name, next, roles, calendar, calendars);
    }

    /// Whether there is no need for a new version.
    boolean saysTheSameAs(RoutingPolicy other) {
        return roles.equals(other.roles)
                && Objects.equals(calendar, other.calendar)
                && Objects.equals(calendars, other.calendars);
    }

    public Rule of(Role role) {
        return roles.getOrDefault(role, Rule.USUAL);
    }

    /// @param acceptance POLICY: a setting says yes for the person; PERSON: they are asked
    /// @param weight what one deal takes of a person's capacity in this role
    /// @param whenNobody what ends the search when nobody is eligible
    /// @param steward the sales manager who takes it then, and who decides when too many decline
    /// @param patience with people who are asked; absent for [Patience#USUAL]
    /// @param distribution over those who can take it; absent for [Distribution#USUAL]
    /// @param weights what a deal takes instead that asks less than usual; nothing where it says nothing
    /// @param whenAbsent what becomes of the credit for deals of somebody who is away for long; absent for TRANSFER
    public record Rule(
            Acceptance acceptance,
            int weight,
            WhenNobody whenNobody,
            @Nullable String steward,
            @Nullable Patience patience,
            @Nullable Distribution distribution,
            @Nullable WhenAbsent whenAbsent,
            @Nullable Map<Demand, Integer> weights) {
        public static final Rule USUAL = new Rule(Acceptance.POLICY, 1, WhenNobody.QUEUE, null);

        /// With the usual patience.
        public Rule(Acceptance acceptance, int weight, WhenNobody whenNobody, @Nullable String steward) {
            this(acceptance, weight, whenNobody, steward, null);
        }

        /// With the usual distribution.
        public Rule(
                Acceptance acceptance,
                int weight,
                WhenNobody whenNobody,
                @Nullable String steward,
                @Nullable Patience patience) {
            this(acceptance, weight, whenNobody, steward, patience, null, null);
        }

        /// With the usual weights of deals that ask less than usual: none.
        public Rule(
                Acceptance acceptance,
                int weight,
                WhenNobody whenNobody,
                @Nullable String steward,
                @Nullable Patience patience,
                @Nullable Distribution distribution,
                @Nullable WhenAbsent whenAbsent) {
            this(acceptance, weight, whenNobody, steward, patience, distribution, whenAbsent, null);
        }

        /// What one deal that asks so much takes of a person's capacity: never more than usual.
        public int weight(Demand demand) {
            if (demand == Demand.USUAL) {
                return weight;
            }
            return weights == null ? 0 : Math.min(weight, weights.getOrDefault(demand, 0));
        }

        /// The same, where a deal asks less than usual; absent where it takes as much as any.
        public @Nullable Integer lesser(Demand demand) {
            return demand == Demand.USUAL ? null : weight(demand);
        }

        public Distribution spread() {
            return distribution == null ? Distribution.USUAL : distribution;
        }

        public boolean delegates() {
            return whenAbsent == WhenAbsent.DELEGATE;
        }

        public Patience patient() {
            return patience == null ? Patience.USUAL : patience;
        }

        public Rule {
            Require.present("acceptance", acceptance);
            Require.present("whenNobody", whenNobody);
            Require.notNegative("weight", weight);
            weights = weights == null || weights.isEmpty() ? null : checked(weights);
            if (acceptance == Acceptance.FORCED) {
                throw new InvalidValue("acceptance", "must be POLICY or PERSON");
            }
            if (whenNobody == WhenNobody.STEWARD) {
                Require.text("steward", steward);
            }
        }

        private static Map<Demand, Integer> checked(Map<Demand, Integer> told) {
            told.forEach((demand, weight) -> Require.notNegative("weights." + demand, weight));
            if (told.containsKey(Demand.USUAL)) {
                throw new InvalidValue("weights.USUAL", "is said by weight");
            }
            return Collections.unmodifiableMap(new TreeMap<>(told));
        }
    }

    public enum WhenAbsent {
        /// The deal and the credit go to somebody else.
        TRANSFER,
        /// Somebody else carries the deal until the holder is back; the credit stays.
        DELEGATE
    }

    public enum WhenNobody {
        /// The deal waits, visibly, and its holder carries on.
        QUEUE,
        /// The named steward takes it.
        STEWARD
    }
}
