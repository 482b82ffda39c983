package dev.baton.deal.command;

import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.NegotiationCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.NegotiationCommand.ReviseTerms;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// From opening the negotiation to agreed terms, and back.
@RestController
@RequestMapping("/v1/deals")
public final class NegotiationController implements TakesCommands {
    private final Counter counter;

    public NegotiationController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/open-negotiation")
    public ResponseEntity<String> openNegotiation(@PathVariable String deal, Asked asked) {
        return counter.carryOut(new OpenNegotiation(deal), asked, Map.of());
    }

    @PostMapping("/{deal}/agree-terms")
    public ResponseEntity<String> agreeTerms(@PathVariable String deal, @RequestBody Agreement terms, Asked asked) {
        return counter.carryOut(new AgreeTerms(deal, terms.value(), terms.expectedClose()), asked, terms);
    }

    @PostMapping("/{deal}/revise-terms")
    public ResponseEntity<String> reviseTerms(@PathVariable String deal, @RequestBody Because why, Asked asked) {
        return counter.carryOut(new ReviseTerms(deal, why.reason()), asked, why);
    }

    /// @param value the price of the standing offer when absent
    public record Agreement(@Nullable Money value, @Nullable LocalDate expectedClose) {}
}
