package dev.baton.contract;

/// The CloudEvents `source` of each service that makes events.
public final class Sources {
    public static final String DEAL_SERVICE = "deal-service";
    public static final String ROLE_ASSIGNMENT_SERVICE = "role-assignment-service";

    private Sources() {}
}
