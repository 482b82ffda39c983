package dev.baton.deal.command;

import dev.baton.deal.aggregate.CustomerDeals;
import dev.baton.deal.aggregate.DealDesk;
import dev.baton.deal.aggregate.DealRecord;
import dev.baton.deal.aggregate.DealRecords;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.LikelyDuplicates;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// A deal as its own stream has it: what was acknowledged is there at once.
@RestController
public final class DealController {
    private final DealRecords records;
    private final DealDesk desk;
    private final CustomerDeals customers;

    public DealController(DealRecords records, DealDesk desk, CustomerDeals customers) {
        this.records = records;
        this.desk = desk;
        this.customers = customers;
    }

    @GetMapping("/v1/deals/{deal}")
    public ResponseEntity<DealPage> deal(@PathVariable String deal) {
        Optional<DealRecord> found = DealIdentity.isOne(deal) ? records.find(deal) : Optional.empty();
        DealRecord record = found.orElseThrow(() -> UnknownDeal.of(deal));
        return ResponseEntity.ok()
                .eTag("\"" + record.version() + "\"")
                .body(DealPage.of(
                        deal, record, desk.deadlines(record.state()), likelyDuplicates(deal, record.state())));
    }

    private List<String> likelyDuplicates(String deal, DealState.Known state) {
        return LikelyDuplicates.isLive(state)
                ? customers.likelyDuplicates(deal, state.dossier().lead())
                : List.of();
    }
}
