package dev.baton.roles.directory;

import dev.baton.contract.Role;
import dev.baton.web.edge.security.Actor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who reports to whom. Somebody who reports to nobody in particular reports to every sales manager.
@Component
public class ReportingLines {
    private static final String OPS = "ops";

    private final JdbcClient jdbc;

    ReportingLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is a person's own is seen by them, by their manager and by operators.
    public boolean sees(Actor actor, String member) {
        return member.equals(actor.member())
                || isOperator(actor)
                || roles(member).stream().anyMatch(role -> role.to(actor));
    }

    public static boolean isOperator(Actor actor) {
        return actor.member() == null && actor.scopes().contains(OPS);
    }

    public boolean knows(String member) {
        return !roles(member).isEmpty();
    }

    /// To whom a manager reports, to whom they do, and so on: the nearest first, wherever they are;
    /// nobody twice, and not the manager.
    public List<String> above(String manager) {
        Set<String> line = new LinkedHashSet<>();
        String next = reportsTo(manager);
        while (next != null && !next.equals(manager) && line.add(next)) {
            next = reportsTo(next);
        }
        return List.copyOf(line);
    }

    private @Nullable String reportsTo(String manager) {
        return jdbc.sql("select manager from member_directory where role = ? and member = ? and manager is not null")
                .params(Role.SALES_MANAGER.name(), manager)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /// Whether the person has left every role that they had.
    public boolean hasLeft(String member) {
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
