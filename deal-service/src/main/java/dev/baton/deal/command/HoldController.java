package dev.baton.deal.command;

import dev.baton.deal.lifecycle.HoldCommand.PutOnHold;
import dev.baton.deal.lifecycle.HoldCommand.Resume;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// An open deal rests for a while.
@RestController
@RequestMapping("/v1/deals")
public final class HoldController implements TakesCommands {
    private final Counter counter;

    public HoldController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/put-on-hold")
    public ResponseEntity<String> putOnHold(@PathVariable String deal, @RequestBody Until until, Asked asked) {
        return counter.carryOut(new PutOnHold(deal, until.reviewDate(), until.reason()), asked, until);
    }

    @PostMapping("/{deal}/resume")
    public ResponseEntity<String> resume(@PathVariable String deal, Asked asked) {
        return counter.carryOut(new Resume(deal), asked, Map.of());
    }

    /// @param reviewDate the day on which the deal goes on by itself
    public record Until(LocalDate reviewDate, String reason) {}
}
