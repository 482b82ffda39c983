package dev.baton.roles.routing;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What routing is asked for one leg of one deal.
///
/// @param requested the person wished for, when somebody wished
/// @param earlier who held the deal in this role before
/// @param exclusions whom not to choose again, each with the reason
public record RoutingRequest(
        Role role,
        @Nullable String territory,
        @Nullable String product,
        @Nullable String requested,
        @Nullable String earlier,
        Map<String, String> exclusions) {
    public static final String DECLINED = "declined";
    public static final String DID_NOT_ANSWER = "did not answer";
    public static final String HANDS_IT_ON = "hands it on";
    public static final String PLACE_LOST = "the place went to another deal";

    private static final Set<String> EXCLUSIONS = Set.of(DECLINED, DID_NOT_ANSWER, HANDS_IT_ON, PLACE_LOST);

    /// Whom a recorded decision was not to choose again.
    public static Map<String, String> exclusionsOf(AssignmentDecided decision) {
        Map<String, String> exclusions = new HashMap<>();
        for (Candidate candidate : decision.candidates()) {
            candidate.reasons().stream()
                    .filter(EXCLUSIONS::contains)
                    .forEach(reason -> exclusions.put(candidate.member(), reason));
        }
        return exclusions;
    }
}
