package dev.baton.roles.routing;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.Asked;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What routing is asked for one leg of one deal.
///
/// @param requested the person wished for, when somebody wished
/// @param earlier who held the deal in this role before
/// @param owner who last held a deal of the same customer in this role
/// @param at the moment for which it is asked; working hours and daily intake count from it
/// @param exclusions whom not to choose again, each with the reason
/// @param weight what the deal takes of whoever gets it; absent for what the policy says of any
public record RoutingRequest(
        Role role,
        @Nullable String territory,
        @Nullable String product,
        @Nullable String language,
        @Nullable String requested,
        @Nullable String earlier,
        @Nullable String owner,
        Instant at,
        Map<String, String> exclusions,
        @Nullable Integer weight) {
    public static final String DECLINED = "declined";
    public static final String DID_NOT_ANSWER = "did not answer";
    public static final String HANDS_IT_ON = "hands it on";
    public static final String PLACE_LOST = "the place went to another deal";

    /// One for a deal that takes as much as any.
    public RoutingRequest(
            Role role,
            @Nullable String territory,
            @Nullable String product,
            @Nullable String language,
            @Nullable String requested,
            @Nullable String earlier,
            @Nullable String owner,
            Instant at,
            Map<String, String> exclusions) {
        this(role, territory, product, language, requested, earlier, owner, at, exclusions, null);
    }

    /// One that asks for no language, knows no account owner, and for which it does not matter when it is asked.
    public RoutingRequest(
            Role role,
            @Nullable String territory,
            @Nullable String product,
            @Nullable String requested,
            @Nullable String earlier,
            Map<String, String> exclusions) {
        this(role, territory, product, null, requested, earlier, null, Instant.EPOCH, exclusions);
    }

    /// The same, for a deal that takes so much; absent for one that takes as much as any.
    public RoutingRequest taking(@Nullable Integer weight) {
        return new RoutingRequest(
                role, territory, product, language, requested, earlier, owner, at, exclusions, weight);
    }

    /// What it takes of whoever gets it.
    public int weight(Rule rule) {
        return weight == null ? rule.weight() : weight;
    }

    /// What a decision put on record of its question; empty for decisions that were made before it was.
    public static Optional<RoutingRequest> of(AssignmentDecided decision) {
        Request wish = decision.requested();
        return Optional.ofNullable(decision.asked())
                .map(asked -> new RoutingRequest(
                        decision.role(),
                        asked.territory(),
                        asked.product(),
                        asked.language(),
                        wish == null ? null : wish.member(),
                        asked.earlier(),
                        asked.owner(),
                        asked.at(),
                        asked.excluded() == null ? Map.of() : asked.excluded(),
                        asked.weight()));
    }

    Asked asked() {
        return new Asked(territory, product, language, earlier, owner, at, new TreeMap<>(exclusions), weight);
    }
}
