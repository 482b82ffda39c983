package dev.baton.projections.assignment;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What routing decided for one leg of one deal.
///
/// @param chosen absent when nobody could take it
public record Decision(
        UUID event,
        String deal,
        Role role,
        String policy,
        int policyVersion,
        @Nullable String chosen,
        @Nullable Request requested,
        List<Candidate> candidates,
        Instant decided,
        Instant recorded) {}
