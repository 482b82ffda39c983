package dev.baton.deal.terms;

import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import java.util.List;

/// The newest request for an approval of the standing offer.
public sealed interface Approval {

    int request();

    /// The number of the offer that it is for.
    int offer();

    /// Who asked for it.
    String requestedBy();

    default String standing() {
        return getClass().getSimpleName();
    }

    record Asked(int request, int offer, String requestedBy, List<ApprovalGround> grounds) implements Approval {
        public Asked {
            grounds = List.copyOf(grounds);
        }
    }

    record Granted(int request, int offer, String requestedBy, String by) implements Approval {}

    record Rejected(int request, int offer, String requestedBy, String by, String reason) implements Approval {}
}
