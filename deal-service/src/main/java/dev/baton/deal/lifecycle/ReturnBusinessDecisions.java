package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.deal.ReturnBusiness.Kind.RENEWAL;
import static dev.baton.contract.deal.ReturnBusiness.Kind.UPSELL;
import static dev.baton.contract.deal.ReturnBusiness.Kind.WIN_BACK;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.deal.lifecycle.DealCommand.BeginReturnBusiness;
import dev.baton.deal.lifecycle.ServiceCommand.Prospect;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A customer comes back: the earlier deal says that they do, the new deal begins with that, both in one commit.
final class ReturnBusinessDecisions {
    private ReturnBusinessDecisions() {}

    /// The earlier deal's part; nothing when it was raised under this name already.
    static List<DealEvent> raise(DealState.Known state, RaiseReturnBusiness command, DealContext context) {
        byWhom(state, command, context);
        Prospect prospect = command.prospect();
        if (state.dossier().ties().raised().containsKey(command.newDeal())) {
            return List.of();
        }
        Set<ReturnBusiness.Kind> possible = possible(state);
        if (!possible.contains(prospect.kind())) {
            throw ServiceRefusals.kindNotNow(prospect.kind(), stands(state), possible);
        }
        return List.of(new ReturnBusinessRaised(
                prospect.kind(), prospect.request(), command.newDeal(), member(context.actor())));
    }

    /// Support carries the deal, or once did: whoever of support has heard of it may raise it when nobody holds it.
    private static void byWhom(DealState.Known state, RaiseReturnBusiness command, DealContext context) {
        if (state instanceof InSupport) {
            Guards.heldBy(state.dossier(), command, context, CUSTOMER_SUPPORT_REPRESENTATIVE);
        } else if (!context.actor().has(CUSTOMER_SUPPORT_REPRESENTATIVE)) {
            throw Refusals.roleRequired(command, CUSTOMER_SUPPORT_REPRESENTATIVE);
        }
    }

    /// A customer of ours buys again or more; one who left, or never came, is won back.
    private static Set<ReturnBusiness.Kind> possible(DealState.Known state) {
        return switch (state) {
            case InSupport _ -> EnumSet.of(RENEWAL, UPSELL);
            case Ended ended ->
                switch (ended.outcome()) {
                    case CHURNED -> EnumSet.of(WIN_BACK);
                    case EXPIRED -> EnumSet.of(RENEWAL, WIN_BACK);
                    case RENEWED -> EnumSet.of(RENEWAL, UPSELL);
                };
            case Lost _ -> EnumSet.of(WIN_BACK);
            case DealState.Known _ -> EnumSet.noneOf(ReturnBusiness.Kind.class);
        };
    }

    private static String stands(DealState.Known state) {
        return state instanceof Ended ended
                ? "the service has ended, " + ended.outcome()
                : "the deal is " + state.stateName();
    }

    /// The new deal's part, as the earlier one tells it.
    static BeginReturnBusiness beginning(DealState.Known from, RaiseReturnBusiness command) {
        ReturnBusinessRaised raised =
                Require.present("raised", from.dossier().ties().raised().get(command.newDeal()));
        Prospect prospect = command.prospect();
        return new BeginReturnBusiness(
                command.newDeal(),
                lead(from.dossier(), prospect),
                new ReturnBusiness(command.deal(), raised.kind(), raised.by()),
                prospect.evidence());
    }

    private static Lead lead(Dossier before, Prospect prospect) {
        Lead lead = before.lead();
        return new Lead(
                lead.pipeline(),
                prospect.title() == null ? lead.title() : prospect.title(),
                lead.customer(),
                lead.channel(),
                lead.territory(),
                prospect.product() == null ? lead.product() : prospect.product(),
                prospect.need(),
                value(before, prospect),
                executive(before, prospect.kind()));
    }

    private static @Nullable Money value(Dossier before, Prospect prospect) {
        return prospect.value() == null && prospect.kind() == RENEWAL ? before.value() : prospect.value();
    }

    /// Whoever closed the account's last deal is asked for again.
    private static @Nullable RequestedHolder executive(Dossier before, ReturnBusiness.Kind kind) {
        Holder closer = before.course().closedBy();
        return kind == WIN_BACK || closer == null || closer.role() != ACCOUNT_EXECUTIVE
                ? null
                : new RequestedHolder(ACCOUNT_EXECUTIVE, closer.member());
    }

    /// A renewal or an upsell begins qualified, in the commit in which it is found; a win-back has to be qualified.
    static List<DealEvent> begin(DealState state, BeginReturnBusiness command, DealContext context) {
        if (!(state instanceof Unknown)) {
            return List.of();
        }
        List<DealEvent> found = LeadDecisions.found(command.lead(), context).stream()
                .map(event -> event instanceof LeadFound lead ? lead.from(command.origin()) : event)
                .toList();
        return command.origin().kind() == WIN_BACK
                ? found
                : List.of(found.getFirst(), qualified(command, context.rules()));
    }

    /// The earlier deal is the evidence where nobody has given another.
    private static LeadQualified qualified(BeginReturnBusiness command, Pipeline pipeline) {
        Map<String, String> evidence = new TreeMap<>();
        pipeline.criteria()
                .forEach(criterion -> evidence.put(
                        criterion, "a customer since deal " + command.origin().deal()));
        if (command.evidence() != null) {
            evidence.putAll(command.evidence());
        }
        return new LeadQualified(null, command.lead().requestedHolder(), evidence);
    }

    private static String member(Actor actor) {
        return Require.present("member", actor.member());
    }
}
