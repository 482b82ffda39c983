package dev.baton.roles.waiting;

import dev.baton.contract.Extensions;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.responsibility.AssignmentFact.Asked;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.roles.directory.CommittedRows;
import dev.baton.roles.handoff.Effort;
import dev.baton.roles.routing.Demand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// What deals ask of whoever holds them, as rows: in the commit that takes their facts in, so that whoever is woken
/// afterwards is decided by the same facts. A deal without a row asks as much as any.
///
/// The relay has the last word. Where it decided as for any deal although it had heard what the row goes by, the row
/// says so from then on: else the queue would wake the deal in vain for ever.
@Component
@ProcessingGroup(CommittedRows.GROUP)
public class EffortRows {
    private final JdbcOperations jdbc;

    EffortRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// @param id of the event
    public record Told(String deal, DealEvent event, UUID id) {}

    private record Known(Effort effort, @Nullable UUID fact) {
        static final Known NOTHING = new Known(Effort.USUAL, null);

        Known told(Told fact) {
            Effort now = effort.told(fact.event());
            return now.equals(effort) ? this : new Known(now, fact.id());
        }
    }

    /// A batch that changes nothing costs one question.
    ///
    /// @param facts each deal's in their order, nothing twice
    public void take(List<Told> facts) {
        Map<String, Known> before = known(facts);
        Map<String, Known> after = new TreeMap<>(before);
        facts.forEach(fact -> after.put(
                fact.deal(), after.getOrDefault(fact.deal(), Known.NOTHING).told(fact)));
        after.entrySet().removeIf(entry -> entry.getValue().equals(before.getOrDefault(entry.getKey(), Known.NOTHING)));
        write(after);
    }

    private Map<String, Known> known(List<Told> facts) {
        Map<String, Known> known = new HashMap<>();
        jdbc.query(
                "select deal, recycled, onboarded, cases, fact from deal_effort where deal = any(?)",
                row -> {
                    known.put(row.getString("deal"), new Known(effort(row), row.getObject("fact", UUID.class)));
                },
                (Object) facts.stream().map(Told::deal).distinct().toArray(String[]::new));
        return known;
    }

    private static Effort effort(ResultSet row) throws SQLException {
        return new Effort(row.getBoolean("recycled"), row.getBoolean("onboarded"), Set.of((String[])
                row.getArray("cases").getArray()));
    }

    private void write(Map<String, Known> changed) {
        List<Object[]> gone = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        changed.forEach((deal, known) -> {
            if (known.effort().equals(Effort.USUAL)) {
                gone.add(new Object[] {deal});
            } else {
                rows.add(row(deal, known.effort(), known.fact()));
            }
        });
        jdbc.batchUpdate("delete from deal_effort where deal = ?", gone);
        jdbc.batchUpdate("""
                insert into deal_effort (deal, recycled, onboarded, cases, demand, fact) values (?, ?, ?, ?, ?, ?)
                on conflict (deal) do update set recycled = excluded.recycled, onboarded = excluded.onboarded,
                    cases = excluded.cases, demand = excluded.demand, fact = excluded.fact""", rows);
    }

    private static @Nullable Object[] row(String deal, Effort now, @Nullable UUID fact) {
        return new @Nullable Object[] {
            deal,
            now.recycled(),
            now.onboarded(),
            now.cases().toArray(String[]::new),
            now.demand().name(),
            fact
        };
    }

    @EventHandler
    void on(
            AssignmentDecided decided,
            @SourceId String stream,
            @MetaDataValue(Extensions.CAUSATION_ID) @Nullable String cause) {
        Asked asked = decided.asked();
        if (decided.chosen() == null && asked != null && asked.weight() == null && cause != null) {
            asksAsAny(StreamId.parse(stream).id(), cause);
        }
    }

    private void asksAsAny(String deal, String heard) {
        jdbc.update("""
                update deal_effort set demand = ? where deal = ? and demand <> ?
                  and (select position from event where event_id = deal_effort.fact)
                   <= (select position from event where event_id = cast(? as uuid))""", Demand.USUAL.name(), deal, Demand.USUAL.name(), heard);
    }
}
