package dev.baton.contract.responsibility;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What routing decided for one leg of the relay, and why.
public sealed interface AssignmentFact extends ResponsibilityEvent {

    /// @param role the leg's role
    /// @param policy the routing policy's name
    /// @param policyVersion the version that decided
    /// @param candidates everyone considered, in the order of preference, each with score and reasons
    /// @param chosen the member whom an offer goes to; absent when nobody can take it
    /// @param requested the wish, when there was one, and what became of it
    record AssignmentDecided(
            Role role,
            String policy,
            int policyVersion,
            List<Candidate> candidates,
            @Nullable String chosen,
            @Nullable Request requested)
            implements AssignmentFact {
        public AssignmentDecided {
            Require.present("role", role);
            Require.text("policy", policy);
            candidates = List.copyOf(Require.present("candidates", candidates));
        }
    }

    /// Nobody can take the leg now; the deal waits, visibly, and its holder carries on.
    record AssignmentQueued(Role role, @Nullable String territory, String reason) implements AssignmentFact {
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

    /// A queued leg is left out, because the deal has moved past it.
    record LegPassedOver(Role role, String reason) implements AssignmentFact {
        public LegPassedOver {
            Require.present("role", role);
            Require.text("reason", reason);
        }
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
