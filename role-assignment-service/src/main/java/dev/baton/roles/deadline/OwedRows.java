package dev.baton.roles.deadline;

import dev.baton.contract.deal.DealEvent;
import dev.baton.roles.deadline.OwedChange.AllEnd;
import dev.baton.roles.deadline.OwedChange.Begins;
import dev.baton.roles.deadline.OwedChange.Ends;
import dev.baton.roles.deadline.OwedChange.GoesOn;
import dev.baton.roles.deadline.OwedChange.Rests;
import dev.baton.roles.deadline.OwedChange.Resumes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// Keeps what people owe deals that they do not hold, in the commit that takes the facts in. A batch in which nobody is
/// asked anything, of deals that wait for nobody, costs one question.
@Component
public class OwedRows {
    private final JdbcOperations jdbc;

    OwedRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// @param at when it happened
    public record Told(String deal, DealEvent event, Instant at) {}

    public void take(List<Told> facts) {
        List<Change> changes = facts.stream()
                .flatMap(fact ->
                        Owed.after(fact.event()).stream().map(change -> new Change(fact.deal(), change, fact.at())))
                .toList();
        Set<String> waiting = waiting(changes);
        changes.stream().filter(change -> waiting.contains(change.deal())).forEach(this::write);
    }

    private record Change(String deal, OwedChange change, Instant at) {}

    /// The deals for which something can change: what only ends has to have begun.
    private Set<String> waiting(List<Change> changes) {
        Set<String> deals = new HashSet<>();
        changes.forEach(change -> deals.add(change.deal()));
        if (deals.isEmpty()) {
            return deals;
        }
        Set<String> waiting = new HashSet<>(
                jdbc.queryForList("select distinct deal from owed where deal = any(?)", String.class, (Object)
                        deals.toArray(String[]::new)));
        changes.stream()
                .filter(change -> change.change() instanceof Begins || change.change() instanceof Rests)
                .forEach(change -> waiting.add(change.deal()));
        return waiting;
    }

    private void write(Change told) {
        String deal = told.deal();
        switch (told.change()) {
            case Begins begins -> begin(deal, begins, told.at());
            case GoesOn on ->
                jdbc.update(
                        "update owed set member = ?, due_at = ?, since = ? where deal = ? and what = ?",
                        on.member(),
                        moment(on.due()),
                        moment(told.at()),
                        deal,
                        on.what());
            case Ends(String what) -> jdbc.update("delete from owed where deal = ? and what = ?", deal, what);
            case AllEnd(String kind) ->
                jdbc.update("delete from owed where deal = ? and starts_with(what, ?)", deal, kind);
            case Rests rests -> begin(deal, new Begins(Owed.HOLD, "", null, null, null), told.at());
            case Resumes resumes -> resume(deal, told.at());
        }
    }

    private void begin(String deal, Begins begins, Instant at) {
        jdbc.update(
                """
                insert into owed (deal, what, member, asked_by, about, due_at, since) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (deal, what) do update set
                    member = excluded.member, asked_by = excluded.asked_by, about = excluded.about,
                    due_at = excluded.due_at, since = excluded.since""",
                deal,
                begins.what(),
                begins.member(),
                begins.by(),
                begins.about(),
                moment(begins.due()),
                moment(at));
    }

    /// As the deal itself does: what is asked of people is due as much later as the deal has rested.
    private void resume(String deal, Instant at) {
        jdbc.update("""
                update owed set due_at = owed.due_at + (? - hold.since) from owed hold
                where owed.deal = ? and hold.deal = owed.deal and hold.what = ?
                  and not starts_with(owed.what, ?)""", moment(at), deal, Owed.HOLD, Owed.LATE);
        jdbc.update("delete from owed where deal = ? and what = ?", deal, Owed.HOLD);
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
