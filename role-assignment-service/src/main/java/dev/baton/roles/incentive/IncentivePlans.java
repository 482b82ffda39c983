package dev.baton.roles.incentive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The versions of each plan.
@Repository
class IncentivePlans {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    IncentivePlans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The newest version of each.
    List<IncentivePlan> newest() {
        return jdbc.sql("select distinct on (name) * from incentive_plan order by name, version desc")
                .query(this::plan)
                .list();
    }

    Optional<IncentivePlan> named(String name) {
        return versions(name).stream().findFirst();
    }

    Optional<IncentivePlan> version(String name, int version) {
        return jdbc.sql("select * from incentive_plan where name = ? and version = ?")
                .params(name, version)
                .query(this::plan)
                .optional();
    }

    /// The newest first; none when the name is not known.
    List<IncentivePlan> versions(String name) {
        return jdbc.sql("select * from incentive_plan where name = ? order by version desc")
                .param(name)
                .query(this::plan)
                .list();
    }

    /// The same terms again are no new version.
    ///
    /// @throws DuplicateKeyException when somebody else wrote the same version first
    IncentivePlan write(String name, PlanTerms terms, String by) {
        IncentivePlan now = named(name).orElse(null);
        if (now != null && now.terms().equals(terms)) {
            return now;
        }
        return jdbc.sql("insert into incentive_plan (name, version, terms, written_by) values (?, ?, ?, ?) returning *")
                .params(name, now == null ? 1 : now.version() + 1, json.writeValueAsString(terms), by)
                .query(this::plan)
                .single();
    }

    private IncentivePlan plan(ResultSet row, int ignored) throws SQLException {
        return new IncentivePlan(
                row.getString("name"),
                row.getInt("version"),
                json.readValue(row.getString("terms"), PlanTerms.class),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"));
    }
}
