package dev.baton.roles.directory;

import dev.baton.contract.Role;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The people, as clients ask for them.
@Repository
class MemberQueries {
    private final JdbcClient jdbc;

    MemberQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<MemberView> list(@Nullable Role role, @Nullable String territory, PageRequest page) {
        Cursor after = page.after();
        List<String> from = after == null ? List.of("", "") : after.keys(2);
        List<MemberView> members = jdbc.sql("""
                        select * from member_directory
                        where (member, role) > (:member, :afterRole)
                          and (cast(:role as text) is null or role = :role)
                          and (cast(:territory as text) is null or territories = '{}' or :territory = any (territories))
                        order by member, role limit :limit""")
                .param("member", from.get(0))
                .param("afterRole", from.get(1))
                .param("role", role == null ? null : role.name())
                .param("territory", territory)
                .param("limit", page.fetch())
                .query(MemberQueries::view)
                .list();
        return Page.of(members, page, view -> Cursor.of(view.id(), view.role().name()));
    }

    /// One per role that the person has.
    List<MemberView> of(String member) {
        return jdbc.sql("select * from member_directory where member = ? order by role")
                .param(member)
                .query(MemberQueries::view)
                .list();
    }

    private static MemberView view(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime until = row.getObject("away_until", OffsetDateTime.class);
        return new MemberView(
                row.getString("member"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getInt("capacity"),
                row.getInt("load"),
                new TreeSet<>(Members.texts(row, "territories")),
                new TreeSet<>(Members.texts(row, "skills")),
                new TreeSet<>(Members.texts(row, "languages")),
                row.getBoolean("departed") ? "DEPARTED" : row.getString("availability"),
                until == null ? null : until.toInstant(),
                row.getString("manager"),
                row.getObject("started_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDate());
    }
}
