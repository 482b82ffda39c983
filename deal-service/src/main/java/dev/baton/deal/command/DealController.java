package dev.baton.deal.command;

import dev.baton.deal.aggregate.DealRecord;
import dev.baton.deal.aggregate.DealRecords;
import dev.baton.deal.event.DealIdentity;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// A deal as its own stream has it: what was acknowledged is there at once.
@RestController
public final class DealController {
    private final DealRecords records;

    public DealController(DealRecords records) {
        this.records = records;
    }

    @GetMapping("/v1/deals/{deal}")
    public ResponseEntity<DealPage> deal(@PathVariable String deal) {
        Optional<DealRecord> found = DealIdentity.isOne(deal) ? records.find(deal) : Optional.empty();
        DealRecord record = found.orElseThrow(() -> UnknownDeal.of(deal));
        return ResponseEntity.ok().eTag("\"" + record.version() + "\"").body(DealPage.of(deal, record));
    }
}
