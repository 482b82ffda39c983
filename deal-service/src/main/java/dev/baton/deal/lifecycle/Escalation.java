package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import dev.baton.deal.terms.LedgerEntry.Offer;
import dev.baton.deal.terms.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request that nobody answers goes on: an approval up the chain of command, all else to the
/// manager.
public final class Escalation {

    private Escalation() {}

    /// Nothing when it was answered meanwhile, is not due, rests with the deal, or nobody is left.
    static List<DealEvent> decide(DealState state, EscalateRequest command, DealContext context) {
        if (!(state instanceof DealState.Known known) || state instanceof OnHold) {
            return List.of();
        }
        Request request = known.dossier().requests().find(command.kind(), command.number());
        if (request == null || !answerable(known, request) || context.now().isBefore(request.due())) {
            return List.of();
        }
        String next = next(known.dossier(), request, context.rules());
        return next == null ? List.of() : List.of(escalated(request, next, context));
    }

    /// What waits for somebody: plans and approvals while terms are talked about, all else whatever
    /// the state.
    ///
    /// @param restsUntil until then nothing goes on
    public static List<Waiting> waiting(DealState.Known state, Pipeline rules, @Nullable Instant restsUntil) {
        DealState.Known working = state instanceof OnHold resting ? resting.held() : state;
        return working.dossier().requests().open().stream()
                .filter(request -> answerable(working, request))
                .map(request -> Waiting.of(request, next(working.dossier(), request, rules) != null, restsUntil))
                .toList();
    }

    private static boolean answerable(DealState.Known state, Request request) {
        boolean ofTerms = request.kind() == RequestKind.PLAN || request.kind() == RequestKind.APPROVAL;
        return request.open() && (!ofTerms || state instanceof Negotiating);
    }

    /// Who is asked when this one does not answer; absent when nobody is left.
    private static @Nullable String next(Dossier deal, Request request, Pipeline rules) {
        return candidates(deal, request, rules).stream()
                .filter(candidate -> !request.wasAskedOf(candidate))
                .findFirst()
                .orElse(null);
    }

    /// The pipeline's chain of command and its steward at the end, without those whose own it is.
    static List<String> approvers(Pipeline rules, List<String> own) {
        List<String> chain = new ArrayList<>(rules.terms().approvers());
        chain.add(rules.steward());
        chain.removeAll(own);
        return chain.stream().distinct().toList();
    }

    private static List<String> candidates(Dossier deal, Request request, Pipeline rules) {
        if (request.kind() != RequestKind.APPROVAL) {
            return List.of(rules.steward());
        }
        Offer offer = deal.terms().ledger().standing();
        return approvers(rules, offer == null ? List.of(request.by()) : List.of(request.by(), offer.by()));
    }

    private static RequestEscalated escalated(Request request, String next, DealContext context) {
        return new RequestEscalated(
                request.kind(),
                request.number(),
                request.with(),
                next,
                context.rules().terms().due(request.kind(), context.now()));
    }

    /// A request as a queue shows it.
    ///
    /// @param with in whose queue it is; absent when any specialist may answer
    /// @param escalates whether somebody is left whom it goes on to
    public record Waiting(
            RequestKind kind,
            int number,
            String by,
            @Nullable String with,
            @Nullable String matter,
            Instant due,
            boolean escalates) {

        private static Waiting of(Request request, boolean escalates, @Nullable Instant restsUntil) {
            Instant due = restsUntil != null && restsUntil.isAfter(request.due()) ? restsUntil : request.due();
            return new Waiting(
                    request.kind(), request.number(), request.by(), request.with(), request.matter(), due, escalates);
        }
    }
}
