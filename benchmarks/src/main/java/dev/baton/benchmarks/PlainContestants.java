package dev.baton.benchmarks;

import dev.baton.benchmarks.http.BatonOverHttp;
import dev.baton.benchmarks.plain.Floor;
import dev.baton.benchmarks.plain.SingleTransactions;
import dev.baton.benchmarks.run.Contestant;
import dev.baton.benchmarks.work.Contestants;
import java.util.Map;

/// The contenders that need no more than the JDBC driver, or HTTP.
final class PlainContestants {
    static final Contestants ALL = new Contestants(
            Map.of(
                    Contestant.FLOOR,
                    Floor::new,
                    Contestant.SINGLE,
                    SingleTransactions::new,
                    Contestant.HTTP,
                    BatonOverHttp::new),
            Map.of());

    private PlainContestants() {}
}
