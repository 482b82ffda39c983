package dev.baton.projections.assignment;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `offer`.
record OfferTable(RowTable<Offer> table) {

    OfferTable(JdbcTemplate jdbc, String generation) {
        this(new RowTable<>(jdbc, generation + ".offer", List.of("deal_id", "offer"), OfferTable::read)
                .column("deal_id", "text", Offer::deal)
                .column("offer", "text", Offer::offer)
                .column("role", "text", offer -> offer.to().role())
                .column("member", "text", offer -> offer.to().member())
                .column("epoch", "int", Offer::epoch)
                .column("made_at", "timestamptz", Offer::made)
                .column("made_recorded_at", "timestamptz", Offer::recorded)
                .column("answer", "text", offer -> answer(offer, Offer.Answer::kind))
                .column("answer_reason", "text", offer -> answer(offer, Offer.Answer::reason))
                .column("answered_at", "timestamptz", offer -> answer(offer, Offer.Answer::at))
                .column("answered_recorded_at", "timestamptz", offer -> answer(offer, Offer.Answer::recorded)));
    }

    private static Offer read(ResultSet row, int number) throws SQLException {
        return new Offer(
                Cells.text(row, "deal_id"),
                Cells.text(row, "offer"),
                new Holder(Role.valueOf(Cells.text(row, "role")), Cells.text(row, "member")),
                row.getInt("epoch"),
                Cells.moment(row, "made_at"),
                Cells.moment(row, "made_recorded_at"),
                answer(row));
    }

    private static Offer.@Nullable Answer answer(ResultSet row) throws SQLException {
        Offer.Kind kind = Cells.constant(row, "answer", Offer.Kind.class);
        return kind == null
                ? null
                : new Offer.Answer(
                        kind,
                        row.getString("answer_reason"),
                        Cells.moment(row, "answered_at"),
                        Cells.moment(row, "answered_recorded_at"));
    }

    private static @Nullable Object answer(Offer offer, Function<Offer.Answer, @Nullable Object> part) {
        Offer.Answer answer = offer.answer();
        return answer == null ? null : part.apply(answer);
    }
}
