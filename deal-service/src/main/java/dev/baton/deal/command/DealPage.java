package dev.baton.deal.command;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.deal.aggregate.DealRecord;
import dev.baton.deal.lifecycle.Deadline;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.Dossier;
import dev.baton.deal.lifecycle.Ended;
import dev.baton.deal.lifecycle.ForecastCall;
import dev.baton.deal.lifecycle.InSupport;
import dev.baton.deal.lifecycle.Lead;
import dev.baton.deal.lifecycle.Milestone;
import dev.baton.deal.service.Service;
import dev.baton.deal.terms.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A deal as its stream says it is now.
///
/// @param holder who may act, as the deal has recognised
/// @param epoch the number of the holding
/// @param value the last known
/// @param reached when each milestone happened
/// @param attempt the number of the present way; reopening begins the next
/// @param overridden the rules that a manager has overridden, by the codes of their refusals
/// @param forecast as the holder has revised it
/// @param forecastCall what they submitted of it, and how a manager adjusted that
/// @param restsUntil the day on which it goes on by itself, while it rests
/// @param service what support has done and owes, once it has the deal
/// @param origin the customer's earlier deal that brought this one
/// @param raised the ids of the deals that this one brought in turn
/// @param terms needs, offers, the sales plan, the approval
/// @param requests what people were asked, and what came of it
/// @param deadlines what waits for its time: the pipeline's limits, promises to the customer
/// @param likelyDuplicates other deals of the same customer with the same need that are on their way,
///     while this one is
/// @param allowed the commands that the state knows
/// @param version for `If-Match`
public record DealPage(
        String dealId,
        String state,
        Holder holder,
        int epoch,
        @Nullable Money value,
        Lead lead,
        int pipelineVersion,
        Map<String, Instant> reached,
        @Nullable HandoverPackage handoverPackage,
        int attempt,
        Set<String> overridden,
        @Nullable NextStepSet nextStep,
        @Nullable ForecastRevised forecast,
        @Nullable ForecastCall forecastCall,
        @Nullable LocalDate restsUntil,
        @Nullable Service service,
        @Nullable ReturnBusiness origin,
        Set<String> raised,
        TermsPage terms,
        List<Request> requests,
        List<Deadline> deadlines,
        List<String> likelyDuplicates,
        List<String> allowed,
        long version) {

    static DealPage of(String deal, DealRecord record, List<Deadline> deadlines, List<String> likelyDuplicates) {
        Dossier dossier = record.state().dossier();
        return new DealPage(
                deal,
                record.state().stateName(),
                dossier.holder(),
                dossier.epoch(),
                dossier.value(),
                dossier.lead(),
                dossier.pipelineVersion(),
                named(dossier.reached()),
                dossier.handoverPackage(),
                dossier.course().attempt(),
                dossier.course().overridden(),
                dossier.progress().nextStep(),
                dossier.progress().forecast(),
                dossier.progress().call(),
                record.state() instanceof DealState.Resting resting ? resting.until() : null,
                service(record.state()),
                dossier.ties().origin(),
                dossier.ties().raised().keySet(),
                TermsPage.of(dossier.terms()),
                dossier.requests().all(),
                deadlines,
                likelyDuplicates,
                record.state().allowed(),
                record.version());
    }

    private static @Nullable Service service(DealState.Known state) {
        return switch (state) {
            case InSupport support -> support.service();
            case Ended ended -> ended.service();
            case DealState.Known _ -> null;
        };
    }

    private static Map<String, Instant> named(Map<Milestone, Instant> reached) {
        Map<String, Instant> named = new TreeMap<>();
        reached.forEach((milestone, at) -> named.put(milestone.wireName(), at));
        return named;
    }
}
