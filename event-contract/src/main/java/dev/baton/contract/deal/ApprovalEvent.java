package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an offer beyond the executive's authority, or under the pipeline's floor, may stand.
public sealed interface ApprovalEvent extends TermsEvent {

    /// @param request its number within the deal, from 1
    /// @param offer the number of the offer; an approval is for no other
    /// @param approver the manager who is asked first
    /// @param grounds why it is needed
    /// @param due when it goes on to whoever comes next
    record ApprovalRequested(
            int request,
            int offer,
            String by,
            String approver,
            List<ApprovalGround> grounds,
            BigDecimal discountPercent,
            BigDecimal marginPercent,
            @Nullable String reason,
            Instant due)
            implements ApprovalEvent {
        public ApprovalRequested {
            Ordinal.fromOne("request", request);
            Ordinal.fromOne("offer", offer);
            Require.text("by", by);
            Require.text("approver", approver);
            grounds = List.copyOf(Require.notEmpty("grounds", Require.present("grounds", grounds)));
            Require.present("discountPercent", discountPercent);
            Require.present("marginPercent", marginPercent);
            Require.optionalText("reason", reason);
            Require.present("due", due);
        }
    }

    record ApprovalGranted(
            int request, int offer, String by, @Nullable String note) implements ApprovalEvent {
        public ApprovalGranted {
            Ordinal.fromOne("request", request);
            Ordinal.fromOne("offer", offer);
            Require.text("by", by);
            Require.optionalText("note", note);
        }
    }

    record ApprovalRejected(int request, int offer, String by, String reason) implements ApprovalEvent {
        public ApprovalRejected {
            Ordinal.fromOne("request", request);
            Ordinal.fromOne("offer", offer);
            Require.text("by", by);
            Require.text("reason", reason);
        }
    }

    enum ApprovalGround {
        /// Above the executive's discount authority.
        DISCOUNT,
        /// Below the pipeline's margin floor.
        MARGIN,
        /// Above the executive's deal-size ceiling.
        DEAL_SIZE
    }
}
