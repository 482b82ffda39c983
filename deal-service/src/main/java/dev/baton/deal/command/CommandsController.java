package dev.baton.deal.command;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.lifecycle.Lead;
import dev.baton.deal.lifecycle.PersonsCommand;
import dev.baton.deal.lifecycle.PersonsCommand.AgreeTerms;
import dev.baton.deal.lifecycle.PersonsCommand.CloseDeal;
import dev.baton.deal.lifecycle.PersonsCommand.DisqualifyLead;
import dev.baton.deal.lifecycle.PersonsCommand.FindLead;
import dev.baton.deal.lifecycle.PersonsCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.PersonsCommand.QualifyLead;
import dev.baton.web.edge.request.RequestTrace;
import dev.baton.web.edge.security.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The commands of people. Each takes `Idempotency-Key`, `If-Match` and `Baton-Epoch`, none of them required.
@RestController
@RequestMapping("/v1/deals")
public final class CommandsController {
    private final PatientOffice office;
    private final OncePerKey once;
    private final JsonMapper json;

    public CommandsController(PatientOffice office, OncePerKey once, JsonMapper json) {
        this.office = office;
        this.once = once;
        this.json = json;
    }

    @PostMapping
    public ResponseEntity<String> findLead(
            @RequestBody Lead lead, HttpServletRequest request, Actor actor, RequestTrace trace) {
        Asked asked = Asked.of(request, actor, trace);
        return carryOut(new FindLead(DealIdentity.fresh(), lead), asked, HttpStatus.CREATED, lead);
    }

    @PostMapping("/{deal}/qualify-lead")
    public ResponseEntity<String> qualifyLead(
            @PathVariable String deal,
            @RequestBody LeadQualified finding,
            HttpServletRequest request,
            Actor actor,
            RequestTrace trace) {
        return carryOut(new QualifyLead(deal, finding), Asked.of(request, actor, trace), finding);
    }

    @PostMapping("/{deal}/disqualify-lead")
    public ResponseEntity<String> disqualifyLead(
            @PathVariable String deal,
            @RequestBody LeadDisqualified why,
            HttpServletRequest request,
            Actor actor,
            RequestTrace trace) {
        return carryOut(new DisqualifyLead(deal, why.reason()), Asked.of(request, actor, trace), why);
    }

    @PostMapping("/{deal}/open-negotiation")
    public ResponseEntity<String> openNegotiation(
            @PathVariable String deal, HttpServletRequest request, Actor actor, RequestTrace trace) {
        return carryOut(new OpenNegotiation(deal), Asked.of(request, actor, trace), Map.of());
    }

    @PostMapping("/{deal}/agree-terms")
    public ResponseEntity<String> agreeTerms(
            @PathVariable String deal,
            @RequestBody Negotiated terms,
            HttpServletRequest request,
            Actor actor,
            RequestTrace trace) {
        return carryOut(new AgreeTerms(deal, terms), Asked.of(request, actor, trace), terms);
    }

    @PostMapping("/{deal}/close-deal")
    public ResponseEntity<String> closeDeal(
            @PathVariable String deal,
            @RequestBody Closed close,
            HttpServletRequest request,
            Actor actor,
            RequestTrace trace) {
        return carryOut(new CloseDeal(deal, close), Asked.of(request, actor, trace), close);
    }

    private ResponseEntity<String> carryOut(PersonsCommand command, Asked asked, Object content) {
        if (!DealIdentity.isOne(command.deal())) {
            throw UnknownDeal.of(command.deal());
        }
        return carryOut(command, asked, HttpStatus.OK, content);
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
