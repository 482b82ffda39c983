package dev.baton.roles.holding;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.roles.rounds.Absence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far the deals of somebody who left, or is away, have come to new hands.
@Repository
class Departures {
    private final JdbcClient jdbc;

    Departures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest departure from each role that the person had.
    List<Progress> of(String member) {
        return latest(member, RehomingCause.DEPARTED);
    }

    /// The latest absence in each role that the person has.
    List<Progress> absencesOf(String member) {
        return latest(member, RehomingCause.ABSENT);
    }

    private List<Progress> latest(String member, RehomingCause cause) {
        return jdbc.sql("""
                        select distinct on (gone.role) gone.*,
                               coalesce(gone.kept, (select count(*) from responsibility held
                                where held.role = gone.role and held.member = gone.member
                                  and held.ended_at is null)) as remaining,
                               (select count(*) from responsibility lent
                                where lent.credit_role = gone.role and lent.credit_member = gone.member
                                  and lent.ended_at is null) as lent
                        from departure gone where gone.member = ? and gone.cause = ?
                        order by gone.role, gone.departed_at desc""")
                .params(member, cause.name())
                .query(Departures::progress)
                .list();
    }

    private static Progress progress(ResultSet row, int ignored) throws SQLException {
        return new Progress(
                Role.valueOf(row.getString("role")),
                row.getObject("departed_at", OffsetDateTime.class).toInstant(),
                moment(row, "away_until"),
                moment(row, "back_at"),
                row.getInt("deals"),
                row.getInt("remaining"),
                row.getInt("lent"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /// @param gone when they left, or since when they are away
    /// @param until when they mean to be back; absent when they left, or did not say
    /// @param back when they were; absent while they are not
    /// @param deals that the person held when they went
    /// @param remaining that they hold now, or of somebody who had left and has joined again, held when they did
    /// @param lent that others carry now, while the credit stays with them
    record Progress(
            Role role,
            Instant gone,
            @Nullable Instant until,
            @Nullable Instant back,
            int deals,
            int remaining,
            int lent) {
        /// Of those that they held when they went, in other hands or over by now.
        int rehomed() {
            return Math.max(0, deals - remaining);
        }

        /// From when on what they hold is handed on; absent when they are back before.
        ///
        /// @param most how long one may be away and keep what one holds
        @Nullable
        Instant handedOnFrom(Duration most, Instant now) {
            Absence absence = new Absence(gone, until);
            return absence.endsBefore(most, back, now) ? null : absence.handsOnFrom(most);
        }
    }
}
