package dev.baton.roles.directory;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.directory.Roster.Change;
import dev.baton.roles.routing.Colleague;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Repository;

/// The people of all roles as they are now. Where there are many, only those are read of whom the
/// log has told since they were read last: what routing knows of a person changes in the commits of
/// their own facts and in no other, and commit order is the log's, so the position up to which they
/// are known is the version of what is known.
@Repository
class Rosters {
    /// So few are read whole as fast as it is found out who has changed.
    private static final int FEW = 200;

    /// Whoever looks after more facts than that reads everybody.
    private static final int MOST_FACTS = 2_000;

    /// A row that somebody put right by hand no fact tells of.
    private static final Duration READ_WHOLE_AFTER = Duration.ofMinutes(1);

    private static final String KNOWN = """
            select log.as_of, pg_current_xact_id_if_assigned() is null as committed, person.role, person.member, departed,
                   capacity, load, availability, territories, skills, languages, started_at, turn
            from (select coalesce(max(position), 0) as as_of from event) log
            """;

    private static final String WHOLE = KNOWN + "left join member_directory person on true order by role, member";

    private static final String SINCE = KNOWN + """
            left join (
                select distinct split_part(stream_id, '/', 1) as kind, split_part(stream_id, '/', 2) as member
                from event where position > ? and position <= ? and split_part(stream_id, '/', 1) in (%s)) fact on true
            left join lateral (
                select * from member_directory
                where role = upper(replace(fact.kind, '-', '_')) and member_directory.member = fact.member
                offset 0) person on true""".formatted(kinds());

    private final JdbcOperations jdbc;
    private volatile @Nullable Kept kept;

    Rosters(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(Roster roster, long readWholeAt) {
        boolean isOld() {
            return System.nanoTime() - readWholeAt > READ_WHOLE_AFTER.toNanos();
        }
    }

    /// What one statement saw of rows and log at the same moment.
    ///
    /// @param committed whether the transaction had written nothing of its own that others must not see
    private record Seen(List<Change> people, long asOf, boolean committed) {}

    /// All roles at once, so that whoever routes in one and looks for a stand-in in another knows
    /// both up to the same position.
    Roster now() {
        Kept known = kept;
        if (known != null && !known.isOld()) {
            Seen news = seen(SINCE, known.roster().asOf(), known.roster().asOf() + MOST_FACTS);
            Roster now = after(known.roster(), news);
            if (now != null) {
                keep(news, new Kept(now, known.readWholeAt()));
                return now;
            }
        }
        return whole();
    }

    private static @Nullable Roster after(Roster known, Seen news) {
        boolean heardOfAll = news.asOf() >= known.asOf() && news.asOf() <= known.asOf() + MOST_FACTS;
        return heardOfAll ? known.after(news.people(), news.asOf()) : null;
    }

    private Roster whole() {
        long begun = System.nanoTime();
        Seen all = seen(WHOLE);
        Map<Role, List<Colleague>> people = new EnumMap<>(Role.class);
        Set<Holder> everybody = new HashSet<>();
        for (Change one : all.people()) {
            everybody.add(one.who());
            if (one.there() != null) {
                people.computeIfAbsent(one.who().role(), role -> new ArrayList<>())
                        .add(one.there());
            }
        }
        Roster roster = new Roster(people, everybody, all.asOf());
        keep(all, new Kept(roster, begun));
        return roster;
    }

    /// Of two who read at the same time the one who saw more has the last word; what either saw is
    /// right.
    private void keep(Seen seen, Kept next) {
        Kept before = kept;
        boolean newer = before == null || before.roster().asOf() <= seen.asOf() || before.isOld();
        if (seen.committed() && newer) {
            kept = next.roster().everybody().size() > FEW ? next : null;
        }
    }

    private Seen seen(String sql, Object... parameters) {
        ResultSetExtractor<Seen> reading = Rosters::seen;
        return Objects.requireNonNull(jdbc.query(sql, reading, parameters));
    }

    private static Seen seen(ResultSet rows) throws SQLException {
        List<Change> people = new ArrayList<>();
        long asOf = 0;
        boolean committed = false;
        while (rows.next()) {
            asOf = rows.getLong("as_of");
            committed = rows.getBoolean("committed");
            if (rows.getString("member") != null) {
                Holder who = new Holder(Role.valueOf(rows.getString("role")), rows.getString("member"));
                people.add(new Change(who, rows.getBoolean("departed") ? null : colleague(rows)));
            }
        }
        return new Seen(people, asOf, committed);
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(
                row.getString("member"),
                row.getInt("capacity"),
                row.getInt("load"),
                "AVAILABLE".equals(row.getString("availability")),
                Members.texts(row, "territories"),
                Members.texts(row, "skills"),
                Members.texts(row, "languages"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("turn"),
                List.of());
    }

    private static String kinds() {
        return Arrays.stream(Role.values())
                .map(role -> "'" + role.streamKind() + "'")
                .collect(Collectors.joining(", "));
    }
}
