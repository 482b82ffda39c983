package dev.baton.deal.ingest;

import dev.baton.deal.event.EventReading;
import dev.baton.web.edge.body.NdjsonLine;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.Problems;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the items of batches and of NDJSON; an unreadable item is an item still.
public final class ItemReading {
    private final EventReading reading;
    private final Problems problems;
    private final JsonMapper json;

    public ItemReading(EventReading reading, Problems problems, JsonMapper json) {
        this.reading = reading;
        this.problems = problems;
        this.json = json;
    }

    Item line(long index, NdjsonLine line) {
        return switch (line) {
            case NdjsonLine.Text text -> text(index, text.json());
            case NdjsonLine.TooLong tooLong ->
                new Item.Unreadable(
                        index,
                        null,
                        Problem.of(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "line-too-long",
                                "Line too long",
                                "a line may have " + tooLong.limit() + " bytes"));
            case NdjsonLine.NotUtf8 _ ->
                new Item.Unreadable(
                        index,
                        null,
                        Problem.of(HttpStatus.BAD_REQUEST, "bad-json", "Not JSON", "the line is not UTF-8"));
        };
    }

    Item node(long index, JsonNode event) {
        try {
            return new Item.Readable(index, reading.structured(event));
        } catch (RuntimeException unfit) {
            JsonNode id = event.path("id");
            return new Item.Unreadable(index, id.isString() ? id.asString() : null, problems.of(unfit));
        }
    }

    private Item text(long index, String text) {
        try {
            return node(index, json.readTree(text));
        } catch (RuntimeException notJson) {
            return new Item.Unreadable(index, null, problems.of(notJson));
        }
    }
}
