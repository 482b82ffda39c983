package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import java.util.List;

/// What people may do, group by group.
final class PersonDecisions {
    private PersonDecisions() {}

    static List<DealEvent> decide(DealState state, PersonsCommand command, DealContext context) {
        Possibilities.require(state, command);
        return switch (state) {
            case Unknown _ -> LeadDecisions.begin(command, context);
            case DealState.Known known -> known(known, command, context);
        };
    }

    private static List<DealEvent> known(DealState.Known state, PersonsCommand command, DealContext context) {
        return switch (command) {
            case ProspectingCommand lead -> ProspectingDecisions.decide(state, lead, context);
            case NegotiationCommand talk -> NegotiationDecisions.decide(state, talk, context);
            case TermsCommand terms -> TermsDecisions.decide(state, terms, context);
            case ConsultationCommand question -> ConsultationDecisions.decide(state, question, context);
            case ClosingCommand close -> ClosingDecisions.decide(state, close, context);
            case ServiceCommand service -> ServiceDecisions.decide(state, service, context);
            case HoldCommand hold -> HoldDecisions.decide(state, hold, context);
            case ProgressCommand note -> ProgressDecisions.decide(state, note, context);
        };
    }
}
