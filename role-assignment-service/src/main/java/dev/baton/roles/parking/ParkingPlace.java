package dev.baton.roles.parking;

import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Which deals are parked: the relay keeps what they tell, and ops see why.
@Repository
class ParkingPlace {
    /// A failure may be the fault of its moment; the second of the same event is not.
    private static final int ENOUGH = 2;

    private static final String LIST = """
            select parked.*, lead.title, event.type,
                   (select count(*) from parked_hand_off_event kept where kept.deal = parked.deal) as waiting
            from parked_hand_off parked left join lead on lead.deal = parked.deal
            left join event on event.position = parked.position
                 and event.stream_id in ('deal/' || parked.deal, 'responsibility/' || parked.deal)
            where parked_at is not null""";

    private final JdbcOperations jdbc;
    private final TransactionTemplate apart;

    ParkingPlace(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Keeps an event of a parked deal, in the transaction that takes it from the processor. What
    /// comes before the one that fails is no more to blame than another deal's, and is heard.
    ///
    /// @return whether it is kept; else it is to be heard
    boolean keeps(String deal, long position) {
        Map<String, Long> parked = whenTheUnitBegan();
        if (position < parked.getOrDefault(deal, Long.MAX_VALUE)) {
            return false;
        }
        boolean kept = keep(deal, position);
        if (!kept) {
            parked.remove(deal);
        }
        return kept;
    }

    private Map<String, Long> whenTheUnitBegan() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(ParkingPlace.class.getName(), key -> parked());
    }

    private Map<String, Long> parked() {
        Map<String, Long> parked = new HashMap<>();
        jdbc.query("select deal, position from parked_hand_off where parked_at is not null", row -> {
            parked.put(row.getString("deal"), row.getLong("position"));
        });
        return parked;
    }

    /// A deal that is parked still stays so until the transaction ends: nobody can leave whom
    /// something is being kept for. In one statement, so that whoever has to wait for the table of
    /// kept events locks no deal meanwhile.
    ///
    /// @return whether it is parked still, and the event kept, now or before
    private boolean keep(String deal, long position) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                with parked as (
                    select deal from parked_hand_off where deal = ? and parked_at is not null for key share
                ), kept as (
                    insert into parked_hand_off_event (deal, position) select deal, cast(? as bigint) from parked
                    on conflict do nothing
                )
                select exists (select from parked)""", Boolean.class, deal, position));
    }

    /// Counts a failure, apart from the transaction that it ends; when it is enough, the deal is
    /// parked.
    ///
    /// @param severally whether it may be the fault of a later event as well: then each is soon
    ///     tried by itself
    void failed(String deal, long position, Throwable failure, boolean severally) {
        Fault fault = Fault.of(failure);
        apart.executeWithoutResult(ignored -> jdbc.update(
                """
                insert into parked_hand_off as parked (deal, position, failures, error, fault, cause, due_at)
                values (?, ?, 1, ?, ?, ?, case when ? then now() end)
                on conflict (deal) do update set
                    failures = case when parked.position = excluded.position then parked.failures + 1 else 1 end,
                    position = excluded.position, error = excluded.error, fault = excluded.fault,
                    cause = excluded.cause, due_at = excluded.due_at, failed_at = now(),
                    parked_at = coalesce(
                        parked.parked_at,
                        case when parked.position = excluded.position and parked.failures + 1 >= ? then now() end)""", deal, position, ErrorText.of(failure), fault.name(), fault.cause(failure), severally, ENOUGH));
    }

    List<ParkedHandOff> list(PageRequest page) {
        Cursor after = page.after();
        return jdbc.query(
                LIST + " and parked.deal > ? order by parked.deal limit ?",
                ParkingPlace::row,
                after == null ? "" : after.keys(1).getFirst(),
                page.fetch());
    }

    Optional<ParkedHandOff> find(String deal) {
        return jdbc.query(LIST + " and parked.deal = ?", ParkingPlace::row, deal).stream()
                .findFirst();
    }

    /// Of one that was parked before its fault was kept, nothing is known but the error.
    private static ParkedHandOff row(ResultSet row, int ignored) throws SQLException {
        String fault = row.getString("fault");
        String error = row.getString("error");
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new ParkedHandOff(
                row.getString("deal"),
                row.getString("title"),
                row.getLong("position"),
                row.getString("type"),
                row.getInt("failures"),
                fault == null ? null : Fault.valueOf(fault),
                fault == null ? error : row.getString("cause"),
                (fault == null ? Fault.RELAY : Fault.valueOf(fault)).mend(),
                error,
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                row.getInt("waiting"),
                due == null ? null : due.toInstant());
    }
}
