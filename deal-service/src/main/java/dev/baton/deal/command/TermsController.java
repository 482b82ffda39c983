package dev.baton.deal.command;

import dev.baton.contract.deal.NeedEvent.CriteriaAnswered;
import dev.baton.contract.deal.PlanItem;
import dev.baton.deal.lifecycle.TermsCommand.AgreePlan;
import dev.baton.deal.lifecycle.TermsCommand.AnswerCriteria;
import dev.baton.deal.lifecycle.TermsCommand.DraftPlan;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.lifecycle.TermsCommand.ProposePlan;
import dev.baton.deal.lifecycle.TermsCommand.RecordConstraint;
import dev.baton.deal.lifecycle.TermsCommand.RecordCounterOffer;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import dev.baton.deal.lifecycle.TermsCommand.RejectApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestPlan;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What client and company lay down on the way to agreed terms: needs, offers, the sales plan, approvals.
@RestController
@RequestMapping("/v1/deals")
public final class TermsController implements TakesCommands {
    private final Counter counter;

    public TermsController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/record-need")
    public ResponseEntity<String> recordNeed(@PathVariable String deal, @RequestBody Described need, Asked asked) {
        return counter.carryOut(new RecordNeed(deal, need.description()), asked, need);
    }

    @PostMapping("/{deal}/record-constraint")
    public ResponseEntity<String> recordConstraint(
            @PathVariable String deal, @RequestBody Described constraint, Asked asked) {
        return counter.carryOut(new RecordConstraint(deal, constraint.description()), asked, constraint);
    }

    /// Shows that exit criteria are met.
    @PostMapping("/{deal}/answer-criteria")
    public ResponseEntity<String> answerCriteria(
            @PathVariable String deal, @RequestBody CriteriaAnswered answer, Asked asked) {
        return counter.carryOut(new AnswerCriteria(deal, answer.evidence()), asked, answer);
    }

    @PostMapping("/{deal}/make-offer")
    public ResponseEntity<String> makeOffer(@PathVariable String deal, @RequestBody OfferDraft offer, Asked asked) {
        return counter.carryOut(new MakeOffer(deal, offer), asked, offer);
    }

    @PostMapping("/{deal}/record-counter-offer")
    public ResponseEntity<String> recordCounterOffer(
            @PathVariable String deal, @RequestBody AskedFor counterOffer, Asked asked) {
        return counter.carryOut(
                new RecordCounterOffer(deal, counterOffer.price(), counterOffer.demands()), asked, counterOffer);
    }

    @PostMapping("/{deal}/request-plan")
    public ResponseEntity<String> requestPlan(@PathVariable String deal, @RequestBody PlanWish wish, Asked asked) {
        return counter.carryOut(new RequestPlan(deal, wish.specialist(), wish.brief()), asked, wish);
    }

    @PostMapping("/{deal}/draft-plan")
    public ResponseEntity<String> draftPlan(@PathVariable String deal, @RequestBody PlanDraft plan, Asked asked) {
        return counter.carryOut(new DraftPlan(deal, plan.summary(), plan.items()), asked, plan);
    }

    @PostMapping("/{deal}/propose-plan")
    public ResponseEntity<String> proposePlan(@PathVariable String deal, @RequestBody PlanVersion plan, Asked asked) {
        return counter.carryOut(new ProposePlan(deal, plan.version()), asked, plan);
    }

    @PostMapping("/{deal}/agree-plan")
    public ResponseEntity<String> agreePlan(@PathVariable String deal, @RequestBody Signature plan, Asked asked) {
        return counter.carryOut(new AgreePlan(deal, plan.version(), plan.signatory()), asked, plan);
    }

    @PostMapping("/{deal}/request-approval")
    public ResponseEntity<String> requestApproval(
            @PathVariable String deal, @RequestBody ApprovalWish wish, Asked asked) {
        return counter.carryOut(new RequestApproval(deal, wish.approver(), wish.reason()), asked, wish);
    }

    @PostMapping("/{deal}/grant-approval")
    public ResponseEntity<String> grantApproval(@PathVariable String deal, @RequestBody Grant grant, Asked asked) {
        return counter.carryOut(new GrantApproval(deal, grant.request(), grant.note()), asked, grant);
    }

    @PostMapping("/{deal}/reject-approval")
    public ResponseEntity<String> rejectApproval(
            @PathVariable String deal, @RequestBody Rejection rejection, Asked asked) {
        return counter.carryOut(new RejectApproval(deal, rejection.request(), rejection.reason()), asked, rejection);
    }

    /// A need or a constraint, in words.
    public record Described(String description) {}

    /// @param price the total that the customer would pay
    /// @param demands what else the customer asks for
    public record AskedFor(Money price, @Nullable String demands) {}

    /// @param specialist who is asked; any specialist when absent
    public record PlanWish(
            @Nullable String specialist, @Nullable String brief) {}

    /// @param items each answers recorded needs and constraints by their ids
    public record PlanDraft(String summary, List<PlanItem> items) {}

    public record PlanVersion(int version) {}

    /// @param signatory who signed for the customer
    public record Signature(int version, String signatory) {}

    /// @param approver the manager who is asked first; the pipeline's when absent
    public record ApprovalWish(
            @Nullable String approver, @Nullable String reason) {}

    /// @param request the number of the request
    public record Grant(int request, @Nullable String note) {}

    /// @param request the number of the request
    public record Rejection(int request, String reason) {}
}
