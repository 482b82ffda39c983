package dev.baton.deal.command;

import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.deal.aggregate.CustomerDeals;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.lifecycle.Lead;
import dev.baton.deal.lifecycle.ProspectingCommand.DisqualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.RecycleLead;
import dev.baton.deal.lifecycle.ProspectingCommand.ReturnLead;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// From the first contact to a qualified lead.
@RestController
@RequestMapping("/v1/deals")
public final class ProspectingController implements TakesCommands {
    private final Counter counter;
    private final CustomerDeals customers;

    public ProspectingController(Counter counter, CustomerDeals customers) {
        this.counter = counter;
        this.customers = customers;
    }

    /// The answer names deals of the same customer with the same need that are on their way.
    @PostMapping
    public ResponseEntity<String> findLead(@RequestBody Lead lead, Asked asked) {
        FindLead command = new FindLead(DealIdentity.fresh(), lead);
        return counter.begin(command, asked, () -> customers.likelyDuplicates(command.deal(), lead));
    }

    @PostMapping("/{deal}/qualify-lead")
    public ResponseEntity<String> qualifyLead(
            @PathVariable String deal, @RequestBody LeadQualified finding, Asked asked) {
        return counter.carryOut(new QualifyLead(deal, finding), asked, finding);
    }

    @PostMapping("/{deal}/disqualify-lead")
    public ResponseEntity<String> disqualifyLead(@PathVariable String deal, @RequestBody Because why, Asked asked) {
        return counter.carryOut(new DisqualifyLead(deal, why.reason()), asked, why);
    }

    @PostMapping("/{deal}/recycle-lead")
    public ResponseEntity<String> recycleLead(@PathVariable String deal, @RequestBody LeadRecycled until, Asked asked) {
        return counter.carryOut(new RecycleLead(deal, until.returnDate(), until.reason()), asked, until);
    }

    @PostMapping("/{deal}/return-lead")
    public ResponseEntity<String> returnLead(@PathVariable String deal, @RequestBody Because why, Asked asked) {
        return counter.carryOut(new ReturnLead(deal, why.reason()), asked, why);
    }
}
