package dev.baton.roles.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyWarningTest {

    @Test
    void who_is_not_there_is_pointed_to() {
        assertThat(pointers(Role.ACCOUNT_EXECUTIVE, rule("bob", Map.of("anna", 200, "a/b", 50), Map.of("ann", 3))))
                .containsExactly(
                        "/roles/ACCOUNT_EXECUTIVE/steward",
                        "/roles/ACCOUNT_EXECUTIVE/distribution/shares/a~1b",
                        "/roles/ACCOUNT_EXECUTIVE/distribution/caps/ann");
    }

    @Test
    void a_steward_is_a_sales_manager() {
        assertThat(pointers(Role.ACCOUNT_EXECUTIVE, rule("anna", Map.of(), Map.of())))
                .containsExactly("/roles/ACCOUNT_EXECUTIVE/steward");
        assertThat(pointers(Role.ACCOUNT_EXECUTIVE, rule("mia", Map.of(), Map.of())))
                .isEmpty();
    }

    @Test
    void whoever_is_named_for_a_role_has_it() {
        assertThat(pointers(Role.SALES_REPRESENTATIVE, rule(null, Map.of("anna", 200), Map.of())))
                .containsExactly("/roles/SALES_REPRESENTATIVE/distribution/shares/anna");
    }

    @Test
    void nobody_carries_deals_as_a_specialist() {
        assertThat(pointers(Role.SALES_SPECIALIST, rule("bob", Map.of(), Map.of())))
                .containsExactly("/roles/SALES_SPECIALIST");
    }

    @Test
    void a_policy_without_rules_is_as_it_should_be() {
        assertThat(PolicyWarning.of(new GivenPolicy(null, null, null, null, null).named("p", 1), this::colleagues))
                .isEmpty();
    }

    private List<String> pointers(Role role, GivenRule rule) {
        RoutingPolicy policy = new GivenPolicy(null, null, Map.of(role, rule), null, null).named("p", 1);
        return PolicyWarning.of(policy, this::colleagues).stream()
                .map(PolicyWarning::pointer)
                .toList();
    }

    private static GivenRule rule(@Nullable String steward, Map<String, Integer> shares, Map<String, Integer> caps) {
        return new GivenRule(
                null,
                null,
                null,
                steward,
                null,
                new GivenDistribution(null, shares, caps, null, null, null),
                null,
                null);
    }

    private List<Colleague> colleagues(Role role) {
        return switch (role) {
            case ACCOUNT_EXECUTIVE -> List.of(person("anna"));
            case SALES_MANAGER -> List.of(person("mia"));
            case SALES_REPRESENTATIVE, SALES_SPECIALIST, CUSTOMER_SUPPORT_REPRESENTATIVE -> List.of();
        };
    }

    private static Colleague person(String member) {
        return new Colleague(member, 10, 0, true, Set.of(), Set.of());
    }
}
