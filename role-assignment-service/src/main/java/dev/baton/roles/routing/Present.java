package dev.baton.roles.routing;

import dev.baton.contract.Role;
import java.util.List;

/// Who is there, for whoever writes a policy.
public interface Present {

    /// Everybody in a role who has not departed.
    List<Colleague> colleagues(Role role);
}
