package dev.baton.roles.routing;

import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a policy says and nothing comes of as things are: it stands, since whoever is named may
/// join later, but a misspelt name would else never be noticed.
///
/// @param pointer to where it stands, as a JSON pointer
record PolicyWarning(String pointer, String detail) {

    static List<PolicyWarning> of(RoutingPolicy policy, Present present) {
        List<PolicyWarning> warnings = new ArrayList<>();
        policy.roles().forEach((role, rule) -> warnings.addAll(of(role, rule, present)));
        return List.copyOf(warnings);
    }

    private static List<PolicyWarning> of(Role role, Rule rule, Present present) {
        String at = "/roles/" + role;
        if (role == Role.SALES_SPECIALIST) {
            return List.of(new PolicyWarning(at, "nobody carries deals as SALES_SPECIALIST: it has no effect"));
        }
        Set<String> people = names(role, present);
        return Stream.of(
                        steward(at, rule, present),
                        unknown(at + "/distribution/shares", rule.spread().shares(), role, people),
                        unknown(at + "/distribution/caps", rule.spread().caps(), role, people))
                .flatMap(List::stream)
                .toList();
    }

    private static List<PolicyWarning> steward(String at, Rule rule, Present present) {
        String named = rule.steward();
        return named == null || names(Role.SALES_MANAGER, present).contains(named)
                ? List.of()
                : List.of(new PolicyWarning(
                        at + "/steward",
                        "there is no " + named + " as SALES_MANAGER: the steward of last resort is asked instead"));
    }

    private static List<PolicyWarning> unknown(String at, Map<String, Integer> named, Role role, Set<String> people) {
        return named.keySet().stream()
                .filter(member -> !people.contains(member))
                .map(member -> new PolicyWarning(
                        at + "/" + member.replace("~", "~0").replace("/", "~1"),
                        "there is no " + member + " as " + role + ": it has no effect"))
                .toList();
    }

    private static Set<String> names(Role role, Present present) {
        return present.colleagues(role).stream().map(Colleague::member).collect(Collectors.toSet());
    }
}
