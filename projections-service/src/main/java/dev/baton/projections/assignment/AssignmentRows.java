package dev.baton.projections.assignment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/// The tables `assignment_decision`, `waiting_assignment` and `offer`. Decisions are only added: with all their
/// candidates they are large, and no later fact changes them.
public final class AssignmentRows implements KeyedRows<Assignments> {
    private final DecisionTable decisions;
    private final WaitingTable waiting;
    private final OfferTable offers;

    public AssignmentRows(JdbcTemplate jdbc, String generation) {
        decisions = new DecisionTable(jdbc, generation);
        waiting = new WaitingTable(jdbc, generation);
        offers = new OfferTable(jdbc, generation);
    }

    @Override
    public Map<String, Assignments> load(Collection<String> keys) {
        Map<String, List<Waiting>> queue = waiting.table().of(keys).stream().collect(groupingBy(Waiting::deal));
        Map<String, List<Offer>> made = offers.table().of(keys).stream().collect(groupingBy(Offer::deal));
        Set<String> deals = new TreeSet<>(queue.keySet());
        deals.addAll(made.keySet());
        return deals.stream()
                .map(deal -> new Assignments(
                        deal,
                        List.of(),
                        queue.getOrDefault(deal, List.of()).stream().collect(toMap(Waiting::role, Function.identity())),
                        made.getOrDefault(deal, List.of()).stream().collect(toMap(Offer::offer, Function.identity()))))
                .collect(toMap(Assignments::deal, Function.identity()));
    }

    @Override
    public List<Part<Assignments, ?>> parts() {
        return List.of(
                Part.settled(decisions.table(), deal -> deal.decisions().stream()),
                Part.changing(waiting.table(), deal -> deal.waiting().values().stream()),
                Part.changing(offers.table(), deal -> deal.offers().values().stream()));
    }

    @Override
    public Assignments settled(Assignments deal) {
        return new Assignments(deal.deal(), List.of(), deal.waiting(), deal.offers());
    }
}
