package dev.baton.projections.generation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `generation`.
@Component
@DependsOnDatabaseInitialization
public class Generations {
    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Generation> all() {
        return jdbc.sql("select * from generation order by created_at, name")
                .query(Generations::read)
                .list();
    }

    public Generation live() {
        return jdbc.sql("select * from generation where live")
                .query(Generations::read)
                .single();
    }

    public Optional<Generation> find(String name) {
        return Optional.ofNullable(DataAccessUtils.singleResult(jdbc.sql("select * from generation where name = ?")
                .param(name)
                .query(Generations::read)
                .list()));
    }

    /// The one to which a rollback leads: fed all the time, and therefore not stale.
    public Optional<Generation> before() {
        return all().stream()
                .filter(generation -> generation.fed() && !generation.live())
                .findFirst();
    }

    /// A name that no generation has had, whether it came to live or not.
    public String nextName() {
        int highest = jdbc.sql("""
                        select max(substr(name, 5)::int)
                        from (select name from generation union all select generation from replay) every
                        """).query((row, number) -> row.getInt(1)).single();
        return "gen_" + (highest + 1);
    }

    public void feed(String name, boolean fed) {
        jdbc.sql("update generation set fed = ? where name = ? and not live")
                .params(fed, name)
                .update();
    }

    private static Generation read(ResultSet row, int number) throws SQLException {
        return new Generation(
                Objects.requireNonNull(row.getString("name")),
                row.getBoolean("live"),
                row.getBoolean("fed"),
                row.getTimestamp("created_at").toInstant());
    }
}
