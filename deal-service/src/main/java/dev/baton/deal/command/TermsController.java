package dev.baton.deal.command;

import dev.baton.contract.deal.TermsEvent.NeedRecorded;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What client and company lay down on the way to agreed terms.
@RestController
@RequestMapping("/v1/deals")
public final class TermsController implements TakesCommands {
    private final Counter counter;

    public TermsController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/record-need")
    public ResponseEntity<String> recordNeed(@PathVariable String deal, @RequestBody NeedRecorded need, Asked asked) {
        return counter.carryOut(new RecordNeed(deal, need), asked, need);
    }
}
