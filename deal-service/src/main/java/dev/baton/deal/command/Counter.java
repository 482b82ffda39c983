package dev.baton.deal.command;

import dev.baton.deal.command.OncePerKey.Answering;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.lifecycle.PersonsCommand;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Where people's requests are turned into commands, once per `Idempotency-Key`, however often they are posted.
public final class Counter {
    private final PatientOffice office;
    private final OncePerKey once;
    private final JsonMapper json;

    public Counter(PatientOffice office, OncePerKey once, JsonMapper json) {
        this.office = office;
        this.once = once;
        this.json = json;
    }

    /// @param content what tells a repetition from another request under the same key
    public ResponseEntity<String> carryOut(PersonsCommand command, Asked asked, Object content) {
        if (!DealIdentity.isOne(command.deal())) {
            throw UnknownDeal.of(command.deal());
        }
        return carryOut(command, asked, HttpStatus.OK, content);
    }

    /// For a command that begins a deal.
    public ResponseEntity<String> begin(PersonsCommand command, Asked asked, Object content) {
        return carryOut(command, asked, HttpStatus.CREATED, content);
    }

    /// For a lead that may be on its way already: whoever finds it is warned.
    ///
    /// @param likelyDuplicates is asked before the lead is found, and not again for a repetition
    public ResponseEntity<String> begin(FindLead command, Asked asked, Supplier<List<String>> likelyDuplicates) {
        List<String> known = new ArrayList<>();
        Answering warning = new Answering(HttpStatus.CREATED, receipt -> DealAnswer.warning(receipt, known));
        return answer(once.tell(asked, warning, command.lead(), companion -> {
            known.addAll(likelyDuplicates.get());
            return office.send(command, asked, companion);
        }));
    }

    private ResponseEntity<String> carryOut(PersonsCommand command, Asked asked, HttpStatus status, Object content) {
        return answer(once.tell(asked, status, content, companion -> office.send(command, asked, companion)));
    }

    private ResponseEntity<String> answer(OncePerKey.Told told) {
        DealAnswer deal = json.readValue(told.body(), DealAnswer.class);
        ResponseEntity.BodyBuilder response = ResponseEntity.status(told.status())
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + deal.version() + "\"");
        if (told.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        if (told.status() == HttpStatus.CREATED.value()) {
            response.header(HttpHeaders.LOCATION, "/v1/deals/" + deal.dealId());
        }
        return response.body(told.body());
    }
}
