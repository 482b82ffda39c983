package dev.baton.roles.directory;

import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// What support says that a package lacks stands in its holder's queue until the deal tells that it has been completed,
/// or that there is no package any more: in the commit that takes this in, whoever is asked next, and when.
@Component
public class LackingPackages {
    private final JdbcOperations jdbc;

    LackingPackages(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether nothing lacks any more after that fact.
    public static boolean completedBy(DealEvent event) {
        return event instanceof HandoverPrepared
                || event instanceof HandoverRequested
                || event instanceof CloseReversed
                || event instanceof DealReopened;
    }

    /// @param deals that told so; none costs nothing
    public void complete(Collection<String> deals) {
        if (!deals.isEmpty()) {
            jdbc.update("update responsibility set lacking = null where deal = any(?) and lacking is not null", (Object)
                    deals.toArray(String[]::new));
        }
    }
}
