package dev.baton.roles.counsel;

import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Notes on the market, the newest first.
@Repository
class MarketNoteQuery {
    private final JdbcClient jdbc;

    MarketNoteQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest version of each note. One that names no product speaks of all, one without
    /// territory holds everywhere.
    Page<MarketNote> list(@Nullable String product, @Nullable String territory, PageRequest page) {
        Cursor after = page.after();
        List<String> from = after == null ? List.of("infinity", "") : after.keys(2);
        List<MarketNote> notes = jdbc.sql("""
                        select * from market_note n
                        where version = (select max(version) from market_note where note = n.note)
                          and (cast(:product as text) is null or products = '{}' or :product = any (products))
                          and (cast(:territory as text) is null or territories = '{}' or :territory = any (territories))
                          and (published_at < cast(:at as timestamptz)
                               or published_at = cast(:at as timestamptz) and note > :id)
                        order by published_at desc, note limit :limit""")
                .param("product", product)
                .param("territory", territory)
                .param("at", Cursor.moment(from.get(0)))
                .param("id", from.get(1))
                .param("limit", page.fetch())
                .query(MarketNoteQuery::note)
                .list();
        return Page.of(notes, page, note -> Cursor.of(note.publishedAt(), note.id()));
    }

    /// All versions, the newest first; none when it is not known.
    List<MarketNote> versions(String note) {
        return jdbc.sql("select * from market_note where note = ? order by version desc")
                .param(note)
                .query(MarketNoteQuery::note)
                .list();
    }

    private static MarketNote note(ResultSet row, int ignored) throws SQLException {
        return new MarketNote(
                row.getString("note"),
                row.getInt("version"),
                row.getString("specialist"),
                row.getString("title"),
                row.getString("text"),
                texts(row, "products"),
                texts(row, "territories"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static SortedSet<String> texts(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(List.of((String[]) row.getArray(column).getArray()));
    }
}
