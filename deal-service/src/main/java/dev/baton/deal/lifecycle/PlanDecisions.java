package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static dev.baton.contract.deal.ConsultationEvent.RequestKind.PLAN;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanProposed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.deal.lifecycle.TermsCommand.AgreePlan;
import dev.baton.deal.lifecycle.TermsCommand.DraftPlan;
import dev.baton.deal.lifecycle.TermsCommand.ProposePlan;
import dev.baton.deal.lifecycle.TermsCommand.RequestPlan;
import dev.baton.deal.terms.LedgerEntry.Offer;
import dev.baton.deal.terms.Needs;
import dev.baton.deal.terms.Request;
import dev.baton.deal.terms.SalesPlan;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The sales plan: the executive asks for it, the specialist writes it and signs it with the
/// customer.
final class PlanDecisions {

    private PlanDecisions() {}

    static List<DealEvent> request(Dossier deal, RequestPlan command, DealContext context) {
        Guards.heldBy(deal, command, context, ACCOUNT_EXECUTIVE);
        Request open = deal.requests().openOf(PLAN);
        if (open != null) {
            throw TermsRefusals.alreadyRequested(open);
        }
        return List.of(new SalesPlanRequested(
                deal.requests().next(PLAN),
                context.actor().name(),
                command.specialist(),
                command.brief(),
                context.rules().terms().due(PLAN, context.now())));
    }

    static List<DealEvent> draft(Dossier deal, DraftPlan command, DealContext context) {
        plans(deal, command, context);
        Needs needs = deal.terms().needs();
        List<String> unknown = needs.unknownAmong(command.items().stream()
                .flatMap(item -> item.answers().stream())
                .toList());
        if (!unknown.isEmpty()) {
            throw TermsRefusals.unknownNeeds(unknown, needs);
        }
        return List.of(new SalesPlanDrafted(
                deal.terms().nextPlanVersion(), context.actor().name(), command.summary(), command.items()));
    }

    static List<DealEvent> propose(Dossier deal, ProposePlan command, DealContext context) {
        plans(deal, command, context);
        SalesPlan plan = version(deal, command.version());
        answersEverything(deal, plan);
        return switch (plan) {
            case SalesPlan.Drafted drafted ->
                List.of(new SalesPlanProposed(drafted.version(), context.actor().name()));
            case SalesPlan.Proposed _, SalesPlan.Agreed _ -> List.of();
        };
    }

    static List<DealEvent> agree(Dossier deal, AgreePlan command, DealContext context) {
        plans(deal, command, context);
        SalesPlan plan = version(deal, command.version());
        answersEverything(deal, plan);
        if (context.rules().terms().offerRequired()) {
            TermsGuards.standing(deal);
        }
        SalesPlanAgreed agreed = agreed(deal, plan, command, context);
        return switch (plan) {
            case SalesPlan.Drafted drafted -> throw TermsRefusals.planNotProposed(drafted);
            case SalesPlan.Proposed _ -> List.of(agreed);
            case SalesPlan.Agreed before ->
                Objects.equals(before.offer(), agreed.offer()) ? List.of() : List.of(agreed);
        };
    }

    private static SalesPlanAgreed agreed(Dossier deal, SalesPlan plan, AgreePlan command, DealContext context) {
        Offer standing = deal.terms().ledger().standing();
        return new SalesPlanAgreed(
                plan.version(),
                standing == null ? null : standing.number(),
                command.signatory(),
                context.actor().name());
    }

    private static SalesPlan version(Dossier deal, int version) {
        SalesPlan plan = deal.terms().plan();
        if (plan == null) {
            throw TermsRefusals.noPlan();
        }
        if (plan.version() != version) {
            throw TermsRefusals.planVersionPassed(version, plan);
        }
        return plan;
    }

    /// What was recorded since the draft counts, too.
    private static void answersEverything(Dossier deal, SalesPlan plan) {
        Set<String> open = deal.terms().needs().unanswered(plan.content().answered());
        if (!open.isEmpty()) {
            throw TermsRefusals.needsUnanswered(open);
        }
    }

    /// The specialist who was asked; the manager whose queue it has come to; the holder where the
    /// pipeline allows it.
    private static void plans(Dossier deal, TermsCommand command, DealContext context) {
        Actor actor = context.actor();
        if (actor.has(SALES_SPECIALIST)) {
            asked(deal, context);
        } else if (!(actor.has(SALES_MANAGER) && wasAsked(deal, actor))) {
            holderPlans(deal, command, context);
        }
    }

    private static void asked(Dossier deal, DealContext context) {
        if (!deal.requests().everAsked(PLAN)) {
            throw TermsRefusals.planNotRequested();
        }
        Request open = deal.requests().openOf(PLAN);
        if (open != null && !open.mayBeAnsweredBy(context.actor().name())) {
            throw TermsRefusals.askedSomebodyElse(open);
        }
    }

    private static boolean wasAsked(Dossier deal, Actor actor) {
        return deal.requests().all().stream()
                .anyMatch(request -> request.kind() == PLAN && request.wasAskedOf(actor.name()));
    }

    private static void holderPlans(Dossier deal, TermsCommand command, DealContext context) {
        if (!context.rules().terms().mayDraftPlans(ACCOUNT_EXECUTIVE)) {
            throw Refusals.roleRequired(command, SALES_SPECIALIST);
        }
        Guards.heldBy(deal, command, context, ACCOUNT_EXECUTIVE);
    }
}
