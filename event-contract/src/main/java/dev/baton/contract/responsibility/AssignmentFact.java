package dev.baton.contract.responsibility;

import dev.baton.contract.Holder;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.deal.Customer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What routing decided for one leg of the relay, and why.
public sealed interface AssignmentFact extends ResponsibilityEvent {

    /// @param role the leg's role
    /// @param policy the routing policy's name
    /// @param policyVersion the version that decided
    /// @param candidates everyone considered, in the order of preference, each with score and reasons
    /// @param chosen the member whom an offer goes to; absent when nobody can take it
    /// @param requested the wish, when there was one, and what became of it
    /// @param peopleAsOf the position of the deciding service's log up to which the people were known
    /// @param asked what routing was asked, so that the same can be asked again; absent from earlier decisions
    record AssignmentDecided(
            Role role,
            String policy,
            int policyVersion,
            List<Candidate> candidates,
            @Nullable String chosen,
            @Nullable Request requested,
            @Nullable Long peopleAsOf,
            @Nullable Asked asked)
            implements AssignmentFact {
        public AssignmentDecided {
            Require.present("role", role);
            Require.text("policy", policy);
            candidates = List.copyOf(Require.present("candidates", candidates));
        }

        public AssignmentDecided(
                Role role,
                String policy,
                int policyVersion,
                List<Candidate> candidates,
                @Nullable String chosen,
                @Nullable Request requested) {
            this(role, policy, policyVersion, candidates, chosen, requested, null, null);
        }

        /// The same decision, with what was known of the people.
        public AssignmentDecided asOf(@Nullable Long position) {
            return new AssignmentDecided(role, policy, policyVersion, candidates, chosen, requested, position, asked);
        }
    }

    /// What routing was asked, beside the wish.
    ///
    /// @param earlier who held the deal in this role before
    /// @param owner who last held a deal of the same customer in this role
    /// @param at the moment for which it was decided; working hours and daily intake count from it
    /// @param excluded whom not to choose, each with the reason; absent when it was nobody
    /// @param weight what the deal takes of whoever gets it; absent for what the policy says of any
    record Asked(
            @Nullable String territory,
            @Nullable String product,
            @Nullable String language,
            @Nullable String earlier,
            @Nullable String owner,
            Instant at,
            @Nullable SortedMap<String, String> excluded,
            @Nullable Integer weight) {
        public Asked {
            Require.present("at", at);
            if (weight != null) {
                Require.notNegative("weight", weight);
            }
            excluded = excluded == null || excluded.isEmpty()
                    ? null
                    : Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
        }
    }

    /// Nobody can take the leg now; the deal waits, visibly, and its holder carries on.
    ///
    /// @param due until when it may wait before a manager is told; one that waits again after it
    ///     was woken in vain keeps it; absent when it may wait for as long as it takes, and from
    ///     earlier ones
    record AssignmentQueued(
            Role role,
            @Nullable String territory,
            String reason,
            @Nullable Instant due) implements AssignmentFact {
        public AssignmentQueued(Role role, @Nullable String territory, String reason) {
            this(role, territory, reason, null);
        }

        public AssignmentQueued {
            Require.present("role", role);
            Require.text("reason", reason);
        }
    }

    /// Something changed (a slot, somebody's availability, a policy): the waiting leg is decided again.
    record AssignmentWoken(Role role, String cause) implements AssignmentFact {
        public AssignmentWoken {
            Require.present("role", role);
            Require.text("cause", cause);
        }
    }

    /// What routing goes by was wrong: from here on it goes by this. What is absent stays.
    ///
    /// @param customer also the language that they speak, none when it has none
    record AssignmentCorrected(
            @Nullable String territory,
            @Nullable String product,
            @Nullable Customer customer) implements AssignmentFact {
        public AssignmentCorrected {
            Require.optionalText("territory", territory);
            Require.optionalText("product", product);
            if (territory == null && product == null && customer == null) {
                throw new InvalidValue("territory", "comes alone or with product or customer");
            }
        }
    }

    /// A queued leg is left out, because the deal has moved past it.
    record LegPassedOver(Role role, String reason) implements AssignmentFact {
        public LegPassedOver {
            Require.present("role", role);
            Require.text("reason", reason);
        }
    }

    /// Too many have declined the leg, nobody answered, or it has waited for too long: a manager
    /// decides, and its holder carries on until then.
    ///
    /// @param manager who is asked to decide
    /// @param due when they should have; absent from earlier ones
    /// @param queued true when it waits on meanwhile and is taken as soon as somebody can; absent
    ///     when nobody else is asked any more
    /// @param peopleAsOf the position of the deciding service's log up to which the people were
    ///     known; absent when it was only a matter of time, and from earlier ones
    record AssignmentEscalated(
            Role role,
            String manager,
            String reason,
            @Nullable Instant due,
            @Nullable Boolean queued,
            @Nullable Long peopleAsOf)
            implements AssignmentFact {
        public AssignmentEscalated(Role role, String manager, String reason) {
            this(role, manager, reason, null);
        }

        /// Nobody else is asked any more.
        public AssignmentEscalated(Role role, String manager, String reason, @Nullable Instant due) {
            this(role, manager, reason, due, null);
        }

        /// Whoever was there, it was a matter of time.
        public AssignmentEscalated(
                Role role, String manager, String reason, @Nullable Instant due, @Nullable Boolean queued) {
            this(role, manager, reason, due, queued, null);
        }

        /// Whether it is taken as soon as somebody can, whatever the manager does.
        public boolean waitsOn() {
            return Boolean.TRUE.equals(queued);
        }

        public AssignmentEscalated {
            Require.present("role", role);
            Require.text("manager", manager);
            Require.text("reason", reason);
        }
    }

    /// A manager has not decided in time who takes the leg: somebody else is asked as well.
    ///
    /// @param from whose time is over
    /// @param to who is asked now; absent when nobody is left who was not: every manager is
    /// @param due when they should have decided; absent when every manager is asked
    record DecisionEscalated(
            Role role,
            String from,
            @Nullable String to,
            @Nullable Instant due) implements AssignmentFact {
        public DecisionEscalated {
            Require.present("role", role);
            Require.text("from", from);
            Require.optionalText("to", to);
            if ((to == null) != (due == null)) {
                throw new InvalidValue("due", "comes with to");
            }
        }
    }

    /// Support does not take the deal as it is: its holder keeps it, told what is missing, until the package is
    /// complete.
    ///
    /// @param due when it should be complete; absent from earlier ones
    record PackageRefused(
            Holder holder, String missing, @Nullable Instant due) implements AssignmentFact {
        public PackageRefused(Holder holder, String missing) {
            this(holder, missing, null);
        }

        public PackageRefused {
            Require.present("holder", holder);
            Require.text("missing", missing);
        }
    }

    /// The holder cannot carry the deal any more: it looks for a new home.
    ///
    /// @param epoch the holding that has to end
    /// @param credit who keeps the credit, whoever takes the deal over; absent when it goes with the deal
    record RehomingBegun(
            Holder holder,
            int epoch,
            RehomingCause cause,
            @Nullable Holder credit) implements AssignmentFact {
        public RehomingBegun(Holder holder, int epoch, RehomingCause cause) {
            this(holder, epoch, cause, null);
        }

        public RehomingBegun {
            Require.present("holder", holder);
            Require.notNegative("epoch", epoch);
            Require.present("cause", cause);
        }
    }

    enum RehomingCause {
        DEPARTED,
        /// Away for longer than the team waits; whether the credit moves with the deal is policy.
        ABSENT,
        /// Whoever is away is back, and takes over again from the holder who stood in.
        RETURNED
    }

    /// @param score lower is better: the weighted load, 0 free to 1 full; absent when not eligible
    /// @param reasons why not eligible, or what decided the order
    record Candidate(
            String member, boolean eligible, @Nullable Double score, List<String> reasons) {
        public Candidate {
            Require.text("member", member);
            reasons = List.copyOf(Require.present("reasons", reasons));
        }
    }

    record Request(String member, boolean granted, @Nullable String reason) {
        public Request {
            Require.text("member", member);
        }
    }
}
