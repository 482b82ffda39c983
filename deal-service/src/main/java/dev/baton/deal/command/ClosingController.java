package dev.baton.deal.command;

import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.deal.lifecycle.Close;
import dev.baton.deal.lifecycle.ClosingCommand.ApproveReversal;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.ClosingCommand.MergeInto;
import dev.baton.deal.lifecycle.ClosingCommand.PrepareHandover;
import dev.baton.deal.lifecycle.ClosingCommand.RejectHandover;
import dev.baton.deal.lifecycle.ClosingCommand.Reopen;
import dev.baton.deal.lifecycle.ClosingCommand.ReverseClose;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How a deal's way through sales ends, goes over to support, and is taken up again.
@RestController
@RequestMapping("/v1/deals")
public final class ClosingController implements TakesCommands {
    private final Counter counter;

    public ClosingController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/close-deal")
    public ResponseEntity<String> closeDeal(@PathVariable String deal, @RequestBody Close close, Asked asked) {
        return counter.carryOut(new CloseDeal(deal, close), asked, close);
    }

    @PostMapping("/{deal}/merge-into")
    public ResponseEntity<String> mergeInto(@PathVariable String deal, @RequestBody DealMerged other, Asked asked) {
        return counter.carryOut(new MergeInto(deal, other.survivor(), other.reason()), asked, other);
    }

    @PostMapping("/{deal}/prepare-handover")
    public ResponseEntity<String> prepareHandover(
            @PathVariable String deal, @RequestBody HandoverPrepared prepared, Asked asked) {
        return counter.carryOut(new PrepareHandover(deal, prepared.handoverPackage()), asked, prepared);
    }

    @PostMapping("/{deal}/reject-handover")
    public ResponseEntity<String> rejectHandover(@PathVariable String deal, @RequestBody Missing what, Asked asked) {
        return counter.carryOut(new RejectHandover(deal, what.missing()), asked, what);
    }

    @PostMapping("/{deal}/reverse-close")
    public ResponseEntity<String> reverseClose(@PathVariable String deal, @RequestBody Why why, Asked asked) {
        return counter.carryOut(new ReverseClose(deal, why.kind(), why.reason()), asked, why);
    }

    @PostMapping("/{deal}/approve-reversal")
    public ResponseEntity<String> approveReversal(@PathVariable String deal, Asked asked) {
        return counter.carryOut(new ApproveReversal(deal), asked, Map.of());
    }

    @PostMapping("/{deal}/reopen")
    public ResponseEntity<String> reopen(@PathVariable String deal, @RequestBody Because why, Asked asked) {
        return counter.carryOut(new Reopen(deal, why.reason()), asked, why);
    }

    /// @param missing what support lacks
    public record Missing(List<String> missing) {}

    public record Why(Reversal kind, String reason) {}
}
