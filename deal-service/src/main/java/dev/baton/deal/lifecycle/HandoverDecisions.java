package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.deal.lifecycle.ClosingCommand.PrepareHandover;
import dev.baton.deal.lifecycle.ClosingCommand.RejectHandover;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From the executive to support: a deal is in support once support holds it and has what the pipeline says it needs.
final class HandoverDecisions {
    private HandoverDecisions() {}

    /// Whoever closed it knows what belongs into the package, even when support holds the deal and waits for it.
    static List<DealEvent> prepare(Dossier deal, PrepareHandover command, DealContext context) {
        if (!closedByActor(deal, context)) {
            Guards.holderOrManager(deal, command, context);
        }
        List<DealEvent> events = new ArrayList<>();
        events.add(new HandoverPrepared(command.handoverPackage()));
        events.addAll(handed(deal.packedWith(command.handoverPackage()), deal.holder(), context));
        return List.copyOf(events);
    }

    private static boolean closedByActor(Dossier deal, DealContext context) {
        Holder closedBy = deal.course().closedBy();
        return closedBy != null
                && context.actor().isSamePersonAs(closedBy)
                && context.actor().has(ACCOUNT_EXECUTIVE);
    }

    /// Of an offer that was declined once the deal may hear twice.
    static List<DealEvent> reject(Dossier deal, RejectHandover command, DealContext context) {
        String support = Guards.member(command, context, CUSTOMER_SUPPORT_REPRESENTATIVE);
        if (deal.holder().role() == CUSTOMER_SUPPORT_REPRESENTATIVE) {
            throw Refusals.alreadyAccepted(deal);
        }
        return deal.course().knowsDeclined(command.offer())
                ? List.of()
                : List.of(new HandoverRejected(command.missing(), support, command.offer()));
    }

    /// What follows when somebody holds a won deal: nothing, unless it is support and nothing is missing.
    static List<DealEvent> handed(Dossier deal, Holder holder, DealContext context) {
        boolean takes = holder.role() == CUSTOMER_SUPPORT_REPRESENTATIVE && isComplete(deal, context.rules());
        return takes ? List.of(new HandedToSupport(holder.member(), deal.handoverPackage())) : List.of();
    }

    private static boolean isComplete(Dossier deal, Pipeline pipeline) {
        HandoverPackage known = deal.handoverPackage();
        return deal.passes(Rule.HANDOVER_INCOMPLETE.code())
                || pipeline.handover().stream().allMatch(part -> has(known, part));
    }

    private static boolean has(@Nullable HandoverPackage known, HandoverPart part) {
        return known != null && part.isIn(known);
    }
}
