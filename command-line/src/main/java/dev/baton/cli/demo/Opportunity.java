package dev.baton.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of `sales_pipeline.csv`.
///
/// @param closeValue in USD; 0 when lost, absent while open
record Opportunity(
        String id,
        String agent,
        String product,
        @Nullable String account,
        Stage stage,
        @Nullable LocalDate engaged,
        @Nullable LocalDate closed,
        @Nullable BigDecimal closeValue) {

    /// The data set's own words for how far a deal has come.
    enum Stage {
        PROSPECTING,
        ENGAGING,
        WON,
        LOST
    }
}
