package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.directory.Accounts;
import dev.baton.roles.directory.Members;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.Preference;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.steward.StewardSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The team as the rows have it at this moment.
@Component
class PresentTeam implements Team {
    private final Members members;
    private final Accounts accounts;
    private final RoutingPolicies policies;
    private final StewardSettings steward;

    PresentTeam(Members members, Accounts accounts, RoutingPolicies policies, StewardSettings steward) {
        this.members = members;
        this.accounts = accounts;
        this.policies = policies;
        this.steward = steward;
    }

    @Override
    public List<Colleague> colleagues(Role role) {
        return members.colleagues(role);
    }

    @Override
    public List<Colleague> colleagues(Role role, RoutingPolicy policy, Instant at) {
        return members.colleagues(role, policy, at);
    }

    @Override
    public @Nullable String owner(@Nullable String customer, Role role, RoutingPolicy policy) {
        boolean asked = policy.of(role).spread().prefers(Preference.ACCOUNT_OWNER);
        return customer == null || !asked ? null : accounts.holder(customer, role);
    }

    @Override
    public Long peopleAsOf() {
        return members.asOf();
    }

    @Override
    public boolean knows(Holder holder) {
        return members.knows(holder);
    }

    @Override
    public Holder steward() {
        return steward.holder();
    }

    @Override
    public @Nullable Holder standIn(Holder gone) {
        return StandIns.choose(steward.holder(), gone, colleagues(Role.SALES_MANAGER));
    }

    @Override
    public RoutingPolicy policyFor(String pipeline) {
        return policies.forPipeline(pipeline);
    }
}
