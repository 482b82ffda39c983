package dev.baton.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The OAuth clients of the local issuer and what each may do.
public final class LocalClients {
    public static final String INTEGRATION = "integration";
    public static final String ANALYST = "analyst";
    public static final String OPERATOR = "operator";
    /// The console signs people in with it, by authorization code.
    public static final String CONSOLE = "console";

    private static final Map<String, Set<String>> MACHINES = Map.of(
            INTEGRATION, Set.of("events:write", "deals:write", "deals:read"),
            ANALYST, Set.of("reports:read", "deals:read"),
            OPERATOR, Set.of("ops", "members:write", "deals:read", "reports:read"));

    private LocalClients() {}

    public static Set<String> ids() {
        Set<String> all = new TreeSet<>(MACHINES.keySet());
        DemoPerson.ALL.forEach(person -> all.add(person.client()));
        all.add(CONSOLE);
        return all;
    }

    public static List<String> people() {
        return DemoPerson.ALL.stream().map(DemoPerson::member).toList();
    }

    static Map<String, Set<String>> machines() {
        return MACHINES;
    }

    static Set<String> scopesOf(DemoPerson person) {
        Set<String> scopes = new TreeSet<>(Set.of("deals:write", "deals:read", "reports:read"));
        if (person.manages()) {
            scopes.add("members:write");
        }
        return scopes;
    }

    static Optional<DemoPerson> personOfClient(String client) {
        return DemoPerson.ALL.stream()
                .filter(person -> person.client().equals(client))
                .findFirst();
    }

    static Optional<DemoPerson> personOfMember(String member) {
        return DemoPerson.ALL.stream()
                .filter(person -> person.member().equals(member))
                .findFirst();
    }
}
