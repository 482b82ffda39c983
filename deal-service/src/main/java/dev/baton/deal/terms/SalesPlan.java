package dev.baton.deal.terms;

import dev.baton.contract.deal.PlanItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest version of the sales plan, and how far it has come.
public sealed interface SalesPlan {

    int version();

    Content content();

    default String standing() {
        return getClass().getSimpleName();
    }

    /// Written, not shown yet.
    record Drafted(int version, Content content) implements SalesPlan {}

    /// Shown to the customer.
    record Proposed(int version, Content content) implements SalesPlan {}

    /// Signed by the customer.
    ///
    /// @param offer the number of the offer that the agreement is for
    record Agreed(int version, Content content, @Nullable Integer offer, String signatory, String by)
            implements SalesPlan {}

    record Content(String draftedBy, String summary, List<PlanItem> items) {
        public Content {
            items = List.copyOf(items);
        }

        public List<String> answered() {
            return items.stream().flatMap(item -> item.answers().stream()).toList();
        }
    }
}
