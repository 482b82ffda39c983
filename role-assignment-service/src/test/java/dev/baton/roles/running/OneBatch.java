package dev.baton.roles.running;

import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;

import dev.baton.contract.deal.DealEvent;
import java.util.List;
import java.util.stream.Stream;

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
        service.whileLocked("lock table parked_hand_off in access exclusive mode", () -> {
            others(1);
            others(OTHERS);
            service.tell(deal, DAY, events);
            service.topic().flush();
            eventually().until(() -> positions(deal).size() == events.length);
        });
    }

    /// Before anything that is told later: the topic keeps the order of each deal alone.
    private void others(int many) {
        List<String> deals = Stream.generate(service::newDeal).limit(many).toList();
        deals.forEach(deal -> service.tell(deal, DAY, lead("South", null, null)));
        service.topic().flush();
        eventually().until(() -> deals.stream().allMatch(deal -> positions(deal).size() == 1));
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
