package dev.baton.roles.parking;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever goes through what is kept locks the row of one event at a time: of two that do so for
/// the same deal, the other finds it gone. The deal's own row is locked against the relay, which
/// keeps more meanwhile, only to leave.
@Repository
class KeptRows implements KeptEvents {
    /// Nobody has been at it for so long, in PostgreSQL's words: then they were killed.
    private static final String ABANDONED = "now() + interval '1 minute'";

    private static final String LATER = "now() + interval '5 seconds'";
    private static final String GOES_ON = "Everything before this event has gone through, and it is heard next.";

    private final JdbcOperations jdbc;
    private final TransactionTemplate apart;

    KeptRows(JdbcOperations jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Deals that are to be tried without anybody's doing. One for which nothing is kept yet is
    /// not, unless that is all.
    List<String> due(int most) {
        return jdbc.query("""
                select deal from parked_hand_off parked
                where due_at <= now() and parked_at is not null
                  and (failures = 0
                       or exists (select from parked_hand_off_event kept where kept.deal = parked.deal))
                order by due_at, deal limit ?""", (row, ignored) -> row.getString("deal"), most);
    }

    /// @return whether it was due: of two instances that look at the same moment one is told so
    boolean claim(String deal) {
        return jdbc.update(
                        "update parked_hand_off set due_at = " + ABANDONED + " where deal = ? and due_at <= now()",
                        deal)
                > 0;
    }

    @Override
    public void begin(String deal) {
        jdbc.update("update parked_hand_off parked set due_at = " + ABANDONED + """
                         where deal = ? and parked_at is not null
                          and (failures = 0
                               or exists (select from parked_hand_off_event kept where kept.deal = parked.deal))""", deal);
    }

    @Override
    public OptionalLong first(String deal) {
        Long first =
                jdbc.queryForObject("select min(position) from parked_hand_off_event where deal = ?", Long.class, deal);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /// Until the transaction ends nobody else hears it.
    ///
    /// @return whether it is kept still
    boolean lock(String deal, long position) {
        return !jdbc.queryForList(
                        "select position from parked_hand_off_event where deal = ? and position = ? for update",
                        Long.class,
                        deal,
                        position)
                .isEmpty();
    }

    /// Until the transaction ends nobody hears it, whether it is kept already or not.
    ///
    /// @return whether it is what the deal rests at still
    boolean rests(String deal, long position) {
        var ignored = lock(deal, position);
        return jdbc.queryForList(
                        "select position from parked_hand_off where deal = ? and parked_at is not null"
                                + " for no key update",
                        Long.class,
                        deal)
                .contains(position);
    }

    /// It has had its effect. Of an event that does not fail nothing is known but its place: the
    /// next that is kept, or wherever the deal's next one will be.
    void heard(String deal, long position) {
        jdbc.update("delete from parked_hand_off_event where deal = ? and position = ?", deal, position);
        jdbc.update("""
                update parked_hand_off set
                    position = coalesce((select min(position) from parked_hand_off_event where deal = ?), ?),
                    failures = 0, error = '', fault = ?, cause = ?, due_at =\s""" + ABANDONED + " where deal = ?", deal, position + 1, Fault.MOMENT.name(), GOES_ON, deal);
    }

    /// What only its moment is to blame for is tried again by itself.
    @Override
    public boolean failsAt(String deal, long position, Throwable failure) {
        Fault fault = Fault.of(failure);
        return Boolean.TRUE.equals(apart.execute(ignored -> lock(deal, position)
                && jdbc.update(
                                """
                                update parked_hand_off set
                                    failures = case when position = ? then failures + 1 else 1 end,
                                    position = ?, error = ?, fault = ?, cause = ?, failed_at = now(),
                                    due_at = case when ? then\s""" + LATER + " end where deal = ?",
                                position,
                                position,
                                ErrorText.of(failure),
                                fault.name(),
                                fault.cause(failure),
                                fault == Fault.MOMENT,
                                deal)
                        > 0));
    }

    @Override
    public Leaving leave(String deal) {
        return Objects.requireNonNull(apart.execute(ignored -> close(deal)));
    }

    private Leaving close(String deal) {
        List<Integer> failures = jdbc.query(
                "select failures from parked_hand_off where deal = ? and parked_at is not null for update",
                (row, ignored) -> row.getInt("failures"),
                deal);
        if (failures.isEmpty()) {
            return Leaving.LEFT;
        }
        if (first(deal).isPresent()) {
            return Leaving.MORE_IS_KEPT;
        }
        if (failures.getFirst() > 0) {
            jdbc.update("update parked_hand_off set due_at = now() where deal = ?", deal);
            return Leaving.NOTHING_IS_KEPT_YET;
        }
        jdbc.update("delete from parked_hand_off where deal = ?", deal);
        return Leaving.LEFT;
    }
}
