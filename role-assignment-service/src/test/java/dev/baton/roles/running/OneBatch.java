package dev.baton.roles.running;

import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;

import dev.baton.contract.deal.DealEvent;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Events that the relay hears in one commit, and where their deal was parked, one place after
/// another.
///
/// The relay is held up while they are told, and others before them: so it finds them together, and
/// again when it comes back to them after they have failed.
record OneBatch(Service service) {
    private static final int OTHERS = 8;

    /// @param service on which no deal has been parked yet
    static OneBatch on(Service service) {
        service.sql().execute("""
                create table parked_before (deal text, position bigint, failures integer, number serial);
                create function remember_parked() returns trigger language plpgsql as $$
                begin
                    if new.parked_at is not null then
                        insert into parked_before (deal, position, failures)
                        values (new.deal, new.position, new.failures);
                    end if;
                    return null;
                end $$;
                create trigger remember_parked after insert or update on parked_hand_off
                for each row execute function remember_parked()""");
        return new OneBatch(service);
    }

    void tell(String deal, DealEvent... events) {
        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).executeWithoutResult(ignored -> {
            service.sql().execute("lock table parked_hand_off in access exclusive mode");
            String first = other();
            eventually().until(() -> positions(first).size() == 1);
            for (int i = 0; i < OTHERS; i++) {
                other();
            }
            service.tell(deal, DAY, events);
            service.topic().flush();
            eventually().until(() -> positions(deal).size() == events.length);
        });
    }

    private String other() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null));
        return deal;
    }

    /// Where the deal's own events are in the log.
    List<Long> positions(String deal) {
        return service.sql()
                .query(
                        "select position from event where stream_id = ? order by position",
                        (row, ignored) -> row.getLong("position"),
                        "deal/" + deal);
    }

    /// Whether the deal was parked at its first event before anywhere else. A slow machine may hear
    /// them in two commits all the same: then it was not, and nothing is shown.
    boolean blamedTheFirst(String deal) {
        return service.sql()
                .queryForList(
                        "select position from parked_before where deal = ? order by number limit 1", Long.class, deal)
                .contains(positions(deal).getFirst());
    }
}
