package dev.baton.roles.counsel;

import dev.baton.contract.Role;
import dev.baton.contract.member.CounselEvent.FeedbackKind;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Feedback, the newest first.
@Repository
class FeedbackQuery {
    private final JdbcClient jdbc;

    FeedbackQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param member whom it is for; absent for everybody
    /// @param party whom it has to be for, or from; absent for anybody
    Page<Feedback> list(@Nullable String member, @Nullable String party, @Nullable String deal, PageRequest page) {
        Cursor after = page.after();
        List<String> from = after == null ? List.of("infinity", "") : after.keys(2);
        List<Feedback> found = jdbc.sql("""
                        select * from feedback
                        where (cast(:member as text) is null or member = :member)
                          and (cast(:party as text) is null or member = :party or given_by = :party)
                          and (cast(:deal as text) is null or deal = :deal)
                          and (given_at < cast(:at as timestamptz)
                               or given_at = cast(:at as timestamptz) and feedback > :id)
                        order by given_at desc, feedback limit :limit""")
                .param("member", member)
                .param("party", party)
                .param("deal", deal)
                .param("at", Cursor.moment(from.get(0)))
                .param("id", from.get(1))
                .param("limit", page.fetch())
                .query(FeedbackQuery::feedback)
                .list();
        return Page.of(found, page, told -> Cursor.of(told.givenAt(), told.id()));
    }

    private static Feedback feedback(ResultSet row, int ignored) throws SQLException {
        return new Feedback(
                row.getString("feedback"),
                row.getString("member"),
                Role.valueOf(row.getString("role")),
                row.getString("about"),
                row.getString("about_type"),
                row.getString("deal"),
                FeedbackKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("given_by"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
