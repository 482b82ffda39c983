package dev.baton.roles.holding;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.roles.holding.ResponsibilityView.Fact;
import dev.baton.roles.holding.ResponsibilityView.OfferView;
import dev.baton.roles.holding.ResponsibilityView.WaitingView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Holders, offers and the queue, as clients ask for them.
@Repository
class Holdings {
    private final JdbcClient jdbc;
    private final EventLog log;
    private final EventCodec codec;

    Holdings(JdbcClient jdbc, EventLog log, EventCodec codec) {
        this.jdbc = jdbc;
        this.log = log;
        this.codec = codec;
    }

    Optional<ResponsibilityView> of(String deal) {
        return jdbc.sql("select * from responsibility where deal = ?")
                .param(deal)
                .query((row, ignored) -> view(deal, row))
                .optional();
    }

    /// Who may carry the deal, as far as this service has heard how far it has come.
    List<Role> carriers(String deal) {
        Carriers carriers = Carriers.OF_A_LEAD;
        for (StoredEvent stored : log.readStream(StreamId.deal(deal), 0)) {
            EventEnvelope told = stored.envelope();
            if (codec.knows(told.type()) && codec.decode(told.type(), told.data()) instanceof DealEvent event) {
                carriers = carriers.after(event);
            }
        }
        return carriers.roles();
    }

    Optional<OfferView> offer(String offer) {
        return jdbc.sql("select * from offer where offer = ?")
                .param(offer)
                .query(Holdings::offerView)
                .optional();
    }

    /// What was said when it was declined; absent while nobody has.
    Optional<OfferDeclined> declined(OfferView offer) {
        return log.readStream(StreamId.responsibility(offer.deal()), 0).stream()
                .map(StoredEvent::envelope)
                .filter(event -> codec.knows(event.type()))
                .map(event -> codec.decode(event.type(), event.data()))
                .flatMap(event -> event instanceof OfferDeclined declined ? Stream.of(declined) : Stream.empty())
                .filter(declined -> declined.offer().equals(offer.offer()))
                .findFirst();
    }

    private ResponsibilityView view(String deal, ResultSet row) throws SQLException {
        return new ResponsibilityView(
                deal,
                new Holder(Role.valueOf(row.getString("role")), row.getString("member")),
                row.getInt("epoch"),
                moment(row, "since"),
                row.getObject("ended_at") == null ? null : moment(row, "ended_at"),
                standing(deal),
                waiting(deal),
                history(deal));
    }

    private @Nullable OfferView standing(String deal) {
        return jdbc.sql("select * from offer where deal = ? and answer is null")
                .param(deal)
                .query(Holdings::offerView)
                .optional()
                .orElse(null);
    }

    private @Nullable WaitingView waiting(String deal) {
        return jdbc.sql("select * from waiting_assignment where deal = ?")
                .param(deal)
                .query(Holdings::waitingView)
                .optional()
                .orElse(null);
    }

    private List<Fact> history(String deal) {
        return log.readStream(StreamId.responsibility(deal), 0).stream()
                .map(StoredEvent::envelope)
                .map(Holdings::fact)
                .toList();
    }

    private static Fact fact(EventEnvelope event) {
        return new Fact(event.type(), event.time(), event.recordedTime(), event.data());
    }

    private static OfferView offerView(ResultSet row, int ignored) throws SQLException {
        return new OfferView(
                row.getString("offer"),
                row.getString("deal"),
                Role.valueOf(row.getString("role")),
                row.getString("member"),
                row.getInt("epoch"),
                moment(row, "made_at"),
                row.getObject("due_at") == null ? null : moment(row, "due_at"),
                row.getString("answer"));
    }

    static WaitingView waitingView(ResultSet row, int ignored) throws SQLException {
        return new WaitingView(
                row.getString("deal"),
                Role.valueOf(row.getString("role")),
                row.getString("territory"),
                row.getString("reason"),
                moment(row, "since"),
                row.getBoolean("woken"),
                row.getString("manager"),
                row.getBoolean("every_manager"),
                row.getObject("due_at") == null ? null : moment(row, "due_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
