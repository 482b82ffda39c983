package dev.baton.roles.holding;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.contract.Role;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose queue may be seen by whom: one's own, those of the people who report to one, and any by operators. Somebody
/// who reports to nobody in particular reports to every sales manager.
@Component
class QueueAccess {
    private static final String OPS = "ops";

    private final JdbcClient jdbc;

    QueueAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @throws ProblemException 403 `queue-of-another`, 404 `member-unknown`
    void require(String member, Actor actor) {
        List<Reporting> roles = roles(member);
        boolean own = member.equals(actor.member());
        boolean operator = actor.member() == null && actor.scopes().contains(OPS);
        if (!own && !operator && roles.stream().noneMatch(role -> role.to(actor))) {
            throw new ProblemException(
                    Problem.of(FORBIDDEN, "queue-of-another", "Queue of another", "This is the queue of somebody else.")
                            .with("allowed", "the member, their manager, operators"));
        }
        if (roles.isEmpty()) {
            throw new ProblemException(
                    Problem.of(NOT_FOUND, "member-unknown", "Member unknown", "Nobody has joined as " + member + "."));
        }
    }

    /// Whether the person has left every role that they had.
    boolean hasLeft(String member) {
        return roles(member).stream().allMatch(Reporting::left);
    }

    private List<Reporting> roles(String member) {
        return jdbc.sql("select manager, departed from member_directory where member = ?")
                .param(member)
                .query((row, ignored) -> new Reporting(row.getString("manager"), row.getBoolean("departed")))
                .list();
    }

    private record Reporting(@Nullable String manager, boolean left) {
        boolean to(Actor actor) {
            return actor.roles().contains(Role.SALES_MANAGER.name())
                    && (manager == null || manager.equals(actor.member()));
        }
    }
}
