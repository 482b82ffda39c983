package dev.baton.deal.ingest;

import dev.baton.deal.command.People;
import dev.baton.deal.event.EventReading;
import dev.baton.deal.event.PostedEvent;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import dev.baton.web.edge.security.RequiresScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Events of other systems, as CloudEvents 1.0: one alone (binary or structured), a batch, or NDJSON of any length.
///
/// One alone is answered by its status: 200 applied or replayed, 202 parked, 4xx refused. Of many, each has a result
/// of its own and the status is 200.
@RestController
@RequestMapping("/v1/deal-events")
@RequiresScope("events:write")
public final class DealEventsController {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final EventReading reading;
    private final ItemReading items;
    private final Reception reception;
    private final ManyEvents many;
    private final NdjsonExchange ndjson;

    public DealEventsController(
            EventReading reading, ItemReading items, Reception reception, ManyEvents many, NdjsonExchange ndjson) {
        this.reading = reading;
        this.items = items;
        this.reception = reception;
        this.many = many;
        this.ndjson = ndjson;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ItemResult> binary(@RequestBody String body, HttpServletRequest request, Actor actor) {
        return one(reading.binary(CloudEventHeaders.of(request), body), actor);
    }

    @PostMapping(consumes = STRUCTURED)
    public ResponseEntity<ItemResult> structured(@RequestBody String body, Actor actor) {
        return one(reading.structured(body), actor);
    }

    @PostMapping(consumes = BATCH)
    public List<ItemResult> batch(@RequestBody JsonNode body, Actor actor) {
        if (!body.isArray()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST, "not-a-batch", "Not a batch", "A batch is an array of CloudEvents."));
        }
        List<Item> batch = new ArrayList<>();
        body.forEach(event -> batch.add(items.node(batch.size(), event)));
        return many.receive(batch, People.acting(actor));
    }

    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    public void lines(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        ndjson.run(request, response, People.acting(actor));
    }

    private ResponseEntity<ItemResult> one(PostedEvent event, Actor actor) {
        ItemResult result = reception.receive(event, People.acting(actor)).at(0, event.id());
        HttpStatus status = result.status() == ItemStatus.PARKED ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status).body(result);
    }
}
