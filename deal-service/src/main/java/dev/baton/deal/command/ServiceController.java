package dev.baton.deal.command;

import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.lifecycle.ServiceCommand.CompleteOnboarding;
import dev.baton.deal.lifecycle.ServiceCommand.EndService;
import dev.baton.deal.lifecycle.ServiceCommand.FulfilCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.MakeCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.OpenCase;
import dev.baton.deal.lifecycle.ServiceCommand.Promise;
import dev.baton.deal.lifecycle.ServiceCommand.Prospect;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import dev.baton.deal.lifecycle.ServiceCommand.RecordSatisfaction;
import dev.baton.deal.lifecycle.ServiceCommand.ResolveCase;
import dev.baton.deal.lifecycle.ServiceCommand.ScheduleRenewal;
import dev.baton.deal.lifecycle.ServiceCommand.StartOnboarding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What support does for a customer, and how it brings the customer back.
@RestController
@RequestMapping("/v1/deals")
public final class ServiceController implements TakesCommands {
    private final Counter counter;

    public ServiceController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/start-onboarding")
    public ResponseEntity<String> startOnboarding(
            @PathVariable String deal, @RequestBody OnboardingStarted start, Asked asked) {
        return counter.carryOut(new StartOnboarding(deal, start), asked, start);
    }

    @PostMapping("/{deal}/complete-onboarding")
    public ResponseEntity<String> completeOnboarding(
            @PathVariable String deal, @RequestBody OnboardingCompleted end, Asked asked) {
        return counter.carryOut(new CompleteOnboarding(deal, end), asked, end);
    }

    @PostMapping("/{deal}/make-commitment")
    public ResponseEntity<String> makeCommitment(@PathVariable String deal, @RequestBody Promise promise, Asked asked) {
        return counter.carryOut(new MakeCommitment(deal, promise), asked, promise);
    }

    @PostMapping("/{deal}/fulfil-commitment")
    public ResponseEntity<String> fulfilCommitment(
            @PathVariable String deal, @RequestBody CommitmentFulfilled fulfilment, Asked asked) {
        return counter.carryOut(new FulfilCommitment(deal, fulfilment), asked, fulfilment);
    }

    @PostMapping("/{deal}/open-case")
    public ResponseEntity<String> openCase(@PathVariable String deal, @RequestBody CaseOpened opening, Asked asked) {
        return counter.carryOut(new OpenCase(deal, opening), asked, opening);
    }

    @PostMapping("/{deal}/resolve-case")
    public ResponseEntity<String> resolveCase(
            @PathVariable String deal, @RequestBody CaseResolved resolution, Asked asked) {
        return counter.carryOut(new ResolveCase(deal, resolution), asked, resolution);
    }

    @PostMapping("/{deal}/record-satisfaction")
    public ResponseEntity<String> recordSatisfaction(
            @PathVariable String deal, @RequestBody SatisfactionRecorded answer, Asked asked) {
        return counter.carryOut(new RecordSatisfaction(deal, answer), asked, answer);
    }

    @PostMapping("/{deal}/schedule-renewal")
    public ResponseEntity<String> scheduleRenewal(
            @PathVariable String deal, @RequestBody RenewalScheduled renewal, Asked asked) {
        return counter.carryOut(new ScheduleRenewal(deal, renewal), asked, renewal);
    }

    @PostMapping("/{deal}/end-service")
    public ResponseEntity<String> endService(@PathVariable String deal, @RequestBody ServiceEnded end, Asked asked) {
        return counter.carryOut(new EndService(deal, end), asked, end);
    }

    /// Answers with the new deal. The same kind and request of the same deal are the same new deal, however often
    /// and by whomever they are posted.
    @PostMapping("/{deal}/raise-return-business")
    public ResponseEntity<String> raiseReturnBusiness(
            @PathVariable String deal, @RequestBody Prospect prospect, Asked asked) {
        if (!DealIdentity.isOne(deal)) {
            throw UnknownDeal.of(deal);
        }
        String newDeal = DealIdentity.returning(deal, prospect.kind().name(), prospect.request());
        return counter.begin(new RaiseReturnBusiness(deal, newDeal, prospect), asked, prospect);
    }
}
