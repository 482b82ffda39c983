package dev.baton.roles.deadline;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.deal.DealEvent;
import dev.baton.roles.deadline.DeadlineChange.AllEnd;
import dev.baton.roles.deadline.DeadlineChange.Begins;
import dev.baton.roles.deadline.DeadlineChange.Ends;
import dev.baton.roles.deadline.DeadlineChange.Nothing;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// Keeps what is due for deals, in the commit that takes their facts in. Most facts change nothing, and cost nothing.
@Component
public class DeadlineRows {
    private final JdbcOperations jdbc;
    private final RoutingPolicies policies;

    DeadlineRows(JdbcOperations jdbc, RoutingPolicies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /// @param deal whose lead is in the rows
    public record Told(String deal, DealEvent event) {}

    public void take(List<Told> facts) {
        Changes changes = new Changes();
        facts.forEach(fact -> changes.add(fact.deal(), Deadlines.after(fact.event(), () -> hours(fact.deal()))));
        changes.write(jdbc);
    }

    /// The working time of those who work where the deal is.
    private BusinessCalendar hours(String deal) {
        return jdbc
                .query(
                        "select pipeline, territory from lead where deal = ?",
                        (row, ignored) -> hours(row.getString("pipeline"), row.getString("territory")),
                        deal)
                .stream()
                .findFirst()
                .orElseGet(() -> hours(RoutingPolicy.DEFAULT, null));
    }

    private BusinessCalendar hours(String pipeline, @Nullable String territory) {
        return policies.forPipeline(pipeline).workingTime(territory == null ? List.of() : List.of(territory));
    }

    private record Key(String deal, String what) {}

    /// What a batch comes to: at most three statements, however many facts.
    private static final class Changes {
        private final Set<String> over = new HashSet<>();
        private final Set<Key> ended = new HashSet<>();
        private final Map<Key, Begins> begun = new LinkedHashMap<>();

        void add(String deal, DeadlineChange change) {
            switch (change) {
                case Nothing nothing -> {}
                case AllEnd all -> {
                    over.add(deal);
                    begun.keySet().removeIf(key -> key.deal().equals(deal));
                }
                case Ends(String what) -> {
                    ended.add(new Key(deal, what));
                    begun.remove(new Key(deal, what));
                }
                case Begins begins -> begun.put(new Key(deal, begins.what()), begins);
            }
        }

        void write(JdbcOperations jdbc) {
            if (!over.isEmpty()) {
                jdbc.update("delete from deal_deadline where deal = any(?)", (Object) over.toArray(String[]::new));
            }
            if (!ended.isEmpty()) {
                jdbc.batchUpdate(
                        "delete from deal_deadline where deal = ? and what = ?",
                        ended.stream()
                                .map(key -> new Object[] {key.deal(), key.what()})
                                .toList());
            }
            if (!begun.isEmpty()) {
                jdbc.batchUpdate("""
                        insert into deal_deadline (deal, what, about, due_at) values (?, ?, ?, ?)
                        on conflict (deal, what) do update set about = excluded.about, due_at = excluded.due_at""", rows());
            }
        }

        private List<Object[]> rows() {
            List<Object[]> rows = new ArrayList<>();
            begun.forEach((key, begins) -> rows.add(new Object[] {
                key.deal(), key.what(), begins.about(), begins.due().atOffset(ZoneOffset.UTC)
            }));
            return rows;
        }
    }
}
