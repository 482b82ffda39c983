package dev.baton.roles.incentive;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.roles.incentive.PlanTerms.Accelerator;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan as clients write it.
///
/// @param zone UTC when left out
/// @param accelerators none when left out
/// @param clawback everything when left out
record GivenPlan(
        String currency,
        QuotaPeriod.Kind period,
        @Nullable ZoneId zone,
        BigDecimal rate,
        @Nullable List<Accelerator> accelerators,
        Map<Role, BigDecimal> splits,
        @Nullable BigDecimal clawback) {
    PlanTerms terms() {
        return new PlanTerms(
                Require.text("currency", currency),
                period,
                zone == null ? ZoneOffset.UTC : zone,
                rate,
                accelerators == null ? List.of() : accelerators,
                splits,
                clawback == null ? PlanTerms.HUNDRED : clawback);
    }
}
