package dev.baton.projections.funnel;

import dev.baton.projections.deal.DealState;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Conversion = reached the next stage ÷ entered. A won deal counts as having reached every stage, a lost one only
/// those that it entered.
///
/// @param month its first day; the month in which the stage was entered (UTC)
/// @param conversion 0 to 1 with four decimals; absent for WON, the last stage
/// @param immature one of the deals is still in the stage, so that the conversion may rise
public record FunnelStage(
        LocalDate month,
        DealState stage,
        long entered,
        long reachedNext,
        @Nullable BigDecimal conversion,
        boolean immature) {}
