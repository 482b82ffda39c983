package dev.baton.projections.support;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/// The tables `support_deal`, `commitment` and `support_case`.
public final class SupportRows implements KeyedRows<Support> {
    private final SupportDealTable deals;
    private final CommitmentTable commitments;
    private final SupportCaseTable cases;

    public SupportRows(JdbcTemplate jdbc, String generation) {
        deals = new SupportDealTable(jdbc, generation);
        commitments = new CommitmentTable(jdbc, generation);
        cases = new SupportCaseTable(jdbc, generation);
    }

    /// Only deals that support has had since they were found are asked for promises and cases.
    @Override
    public Map<String, Support> load(Collection<String> keys) {
        List<SupportDeal> known = deals.table().of(keys);
        List<String> served = known.stream()
                .filter(deal -> deal.handed() != null)
                .map(SupportDeal::deal)
                .toList();
        Map<String, List<Commitment>> promised =
                commitments.table().of(served).stream().collect(groupingBy(Commitment::deal));
        Map<String, List<SupportCase>> opened =
                cases.table().of(served).stream().collect(groupingBy(SupportCase::deal));
        return known.stream()
                .map(deal -> new Support(
                        deal,
                        promised.getOrDefault(deal.deal(), List.of()).stream()
                                .collect(toMap(Commitment::commitment, Function.identity())),
                        opened.getOrDefault(deal.deal(), List.of()).stream()
                                .collect(toMap(SupportCase::ticket, Function.identity()))))
                .collect(toMap(support -> support.deal().deal(), Function.identity()));
    }

    @Override
    public List<Part<Support, ?>> parts() {
        return List.of(
                Part.changing(deals.table(), support -> Stream.of(support.deal())),
                Part.changing(commitments.table(), support -> support.commitments().values().stream()),
                Part.changing(cases.table(), support -> support.cases().values().stream()));
    }
}
