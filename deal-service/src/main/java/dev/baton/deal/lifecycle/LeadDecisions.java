package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import java.util.List;

/// A lead enters a pipeline and has a holder from its first moment.
final class LeadDecisions {
    private LeadDecisions() {}

    static List<DealEvent> begin(PersonsCommand command, DealContext context) {
        if (command instanceof FindLead find) {
            return find(find, context);
        }
        throw Refusals.unknownDeal(command.deal());
    }

    private static List<DealEvent> find(FindLead command, DealContext context) {
        Actor actor = context.actor();
        if (actor.member() != null && !actor.has(SALES_REPRESENTATIVE)) {
            throw Refusals.roleRequired(command, SALES_REPRESENTATIVE);
        }
        return found(command.lead(), context);
    }

    static List<DealEvent> found(Lead lead, DealContext context) {
        Pipeline pipeline = context.pipeline();
        if (pipeline == null) {
            throw Refusals.unknownPipeline(lead.pipeline());
        }
        return List.of(lead.foundUnder(pipeline.version(), firstHolder(context.actor(), pipeline)));
    }

    /// The representative who found it; what another system found is the steward's until routing has chosen.
    private static Holder firstHolder(Actor finder, Pipeline pipeline) {
        return finder.member() != null && finder.has(SALES_REPRESENTATIVE)
                ? new Holder(SALES_REPRESENTATIVE, finder.member())
                : pipeline.stewardAsHolder();
    }
}
