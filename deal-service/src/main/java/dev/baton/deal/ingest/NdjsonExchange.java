package dev.baton.deal.ingest;

import dev.baton.deal.lifecycle.Actor;
import dev.baton.web.edge.body.NdjsonLine;
import dev.baton.web.edge.body.NdjsonLines;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Reads lines and answers lines, a chunk at a time, so that a body of any length needs the memory of one chunk.
/// Answers begin while the body is still coming: a client reads while it sends.
public final class NdjsonExchange {
    private final IngestSettings settings;
    private final ItemReading reading;
    private final ManyEvents events;
    private final JsonMapper json;

    public NdjsonExchange(IngestSettings settings, ItemReading reading, ManyEvents events, JsonMapper json) {
        this.settings = settings;
        this.reading = reading;
        this.events = events;
        this.json = json;
    }

    void run(HttpServletRequest request, HttpServletResponse response, Actor sender) throws IOException {
        NdjsonLines lines = new NdjsonLines(
                request.getInputStream(), Math.toIntExact(settings.longestLine().toBytes()));
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        ServletOutputStream out = response.getOutputStream();
        long index = 0;
        for (List<Item> chunk = chunk(lines, index); !chunk.isEmpty(); chunk = chunk(lines, index)) {
            answer(events.receive(chunk, sender), out);
            index += chunk.size();
        }
    }

    private List<Item> chunk(NdjsonLines lines, long first) throws IOException {
        List<Item> chunk = new ArrayList<>(settings.chunk());
        while (chunk.size() < settings.chunk()) {
            Optional<NdjsonLine> line = lines.next();
            if (line.isEmpty()) {
                return chunk;
            }
            chunk.add(reading.line(first + chunk.size(), line.get()));
        }
        return chunk;
    }

    private void answer(List<ItemResult> results, ServletOutputStream out) throws IOException {
        for (ItemResult result : results) {
            out.write(json.writeValueAsBytes(result));
            out.write('\n');
        }
        out.flush();
    }
}
