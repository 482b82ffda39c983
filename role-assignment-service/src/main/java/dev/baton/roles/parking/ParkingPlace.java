package dev.baton.roles.parking;

import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Which deals are parked, and what is kept for them.
@Repository
class ParkingPlace {
    /// A failure may be the fault of its moment; the second of the same event is not.
    private static final int ENOUGH = 2;

    private static final int LONGEST_ERROR = 2_000;
    private static final String LIST = """
            select parked.*, lead.title, event.type,
                   (select count(*) from parked_hand_off_event kept where kept.deal = parked.deal) as waiting
            from parked_hand_off parked left join lead on lead.deal = parked.deal
            left join event on event.position = parked.position
            where parked_at is not null""";

    private final JdbcOperations jdbc;
    private final TransactionTemplate apart;

    ParkingPlace(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// As it was when the unit of work began.
    boolean has(String deal) {
        return CurrentUnitOfWork.get()
                .root()
                .<Set<String>>getOrComputeResource(ParkingPlace.class.getName(), key -> parked())
                .contains(deal);
    }

    private Set<String> parked() {
        return new HashSet<>(jdbc.query(
                "select deal from parked_hand_off where parked_at is not null",
                (row, ignored) -> row.getString("deal")));
    }

    /// Keeps an event of a parked deal, in the transaction that takes it from the processor.
    ///
    /// @throws org.springframework.dao.DataIntegrityViolationException when the deal was retried
    ///     meanwhile: then the event is to be handled
    void keep(String deal, long position) {
        jdbc.update(
                "insert into parked_hand_off_event (deal, position) values (?, ?) on conflict do nothing",
                deal,
                position);
    }

    /// Counts a failure, apart from the transaction that it ends; when it is enough, the deal is parked.
    void failed(String deal, long position, Throwable failure) {
        Fault fault = Fault.of(failure);
        apart.executeWithoutResult(ignored -> jdbc.update(
                """
                insert into parked_hand_off as parked (deal, position, failures, error, fault, cause)
                values (?, ?, 1, ?, ?, ?)
                on conflict (deal) do update set
                    failures = case when parked.position = excluded.position then parked.failures + 1 else 1 end,
                    position = excluded.position, error = excluded.error, fault = excluded.fault,
                    cause = excluded.cause, failed_at = now(),
                    parked_at = coalesce(
                        parked.parked_at,
                        case when parked.position = excluded.position and parked.failures + 1 >= ? then now() end)""", deal, position, text(failure.toString()), fault.name(), text(fault.cause(failure)), ENOUGH));
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

    /// The kept events' positions, in order.
    List<Long> positions(String deal) {
        return jdbc.query(
                "select position from parked_hand_off_event where deal = ? order by position",
                (row, ignored) -> row.getLong("position"),
                deal);
    }

    /// Nothing can be kept for the deal until the transaction ends.
    void close(String deal) {
        var ignored = jdbc.queryForList("select deal from parked_hand_off where deal = ? for update", deal);
    }

    void leave(String deal) {
        jdbc.update("delete from parked_hand_off_event where deal = ?", deal);
        jdbc.update("delete from parked_hand_off where deal = ?", deal);
    }

    private static String text(String whole) {
        String text = whole.replace('\0', ' ');
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    /// Of one that was parked before its fault was kept, nothing is known but the error.
    private static ParkedHandOff row(ResultSet row, int ignored) throws SQLException {
        String fault = row.getString("fault");
        String error = row.getString("error");
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
                row.getInt("waiting"));
    }
}
