package dev.baton.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The data set, as far as the demo tells it.
///
/// @param agents by name
/// @param prices list price in USD by product
record Dataset(List<Opportunity> opportunities, Map<String, Agent> agents, Map<String, BigDecimal> prices) {

    String officeOf(Opportunity opportunity) {
        return Objects.requireNonNull(agents.get(opportunity.agent()), opportunity::agent)
                .office();
    }

    BigDecimal listPriceOf(Opportunity opportunity) {
        return Objects.requireNonNull(prices.get(opportunity.product()), opportunity::product);
    }
}
