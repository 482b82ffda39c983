package dev.baton.projections.support;

import dev.baton.projections.answer.Report;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of customers after the sale.
///
/// Commitments kept = kept ÷ (kept + breached); one that was fulfilled late was breached. Repeat rate = customers with
/// two wins or more ÷ customers with one or more. Churn rate = customers who left ÷ customers whom support has had.
public record SupportOutcomes(Totals totals, List<Row> rows) implements Report<SupportOutcomes.Row> {
    public SupportOutcomes {
        rows = List.copyOf(rows);
    }

    /// Over all customers; deals without one are left out. A rate is absent where there is nothing to divide by.
    ///
    /// @param customers with one win or more
    /// @param repeatCustomers with two or more
    /// @param satisfaction the mean score, 1 to 5
    /// @param satisfiedShare the share of scores of 4 and 5
    public record Totals(
            long customers,
            long repeatCustomers,
            @Nullable BigDecimal repeatRate,
            long commitmentsKept,
            long commitmentsBreached,
            @Nullable BigDecimal commitmentsKeptRate,
            long scores,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal satisfiedShare,
            long churnedCustomers,
            @Nullable BigDecimal churnRate,
            long leadsFromOrigin,
            long winsFromOrigin) {}

    /// @param commitmentsOpen neither kept nor breached yet
    /// @param churned a service of theirs ended by churn, and support has no deal of theirs now
    /// @param leadsFromOrigin deals that an earlier deal of theirs brought
    public record Row(
            String customerId,
            String customerName,
            long deals,
            long wins,
            long inSupport,
            long commitmentsKept,
            long commitmentsBreached,
            long commitmentsOpen,
            @Nullable BigDecimal commitmentsKeptRate,
            long casesOpened,
            long casesOpen,
            long scores,
            @Nullable BigDecimal satisfaction,
            @Nullable BigDecimal satisfiedShare,
            boolean churned,
            long expired,
            long renewed,
            long leadsFromOrigin,
            long winsFromOrigin) {}
}
