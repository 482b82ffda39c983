package dev.baton.roles.handoff;

import dev.baton.axon.postgres.StoredEvent;
import dev.baton.cli.proof.LogEvent;
import dev.baton.cli.proof.Proof;
import dev.baton.cli.proof.Verdict;
import dev.baton.contract.EventCodec.Encoded;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Sources;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.roles.rebuild.RebuiltHandOffs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The log as role-assignment-service would have it: with what it took in, each event with its cause and who did it.
final class MemoryLog {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonEventCodec codec = new JsonEventCodec();
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<UUID, Long> positions = new HashMap<>();

    /// @return the event's id
    UUID append(StreamId stream, Object event, Instant at, @Nullable UUID cause, @Nullable String actor) {
        Encoded encoded = codec.encode(event);
        boolean deal = stream.kind().equals("deal");
        UUID id = UUID.randomUUID();
        long sequence = sequences.merge(stream.toString(), 0L, (before, none) -> before + 1);
        EventEnvelope envelope = new EventEnvelope(
                id,
                deal ? Sources.DEAL_SERVICE : Sources.ROLE_ASSIGNMENT_SERVICE,
                encoded.type(),
                stream.subject(),
                sequence,
                stream.partitionKey(),
                at,
                at,
                cause,
                null,
                actor,
                null,
                null,
                Map.of(),
                encoded.data());
        events.add(new StoredEvent(events.size() + 1L, stream, envelope));
        positions.put(id, (long) events.size());
        return id;
    }

    /// Everything about a deal, line by line, for whoever has to find out what went wrong.
    String story(String deal) {
        return events.stream()
                .filter(event -> event.stream().id().equals(deal)
                        || event.envelope().data().contains('"' + deal + '"'))
                .map(event -> "%d %s %s %s by %s because of %s"
                        .formatted(
                                event.position(),
                                event.stream(),
                                event.envelope().type(),
                                event.envelope().data(),
                                event.envelope().actor(),
                                positions.get(event.envelope().causationId())))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    long position(UUID id) {
        return positions.get(id);
    }

    /// What a deal asks by its own facts, up to that position.
    Effort effort(String deal, long upTo) {
        Effort effort = Effort.USUAL;
        for (StoredEvent event : events) {
            if (event.position() <= upTo
                    && event.stream().equals(StreamId.deal(deal))
                    && codec.decode(event.envelope().type(), event.envelope().data()) instanceof DealEvent fact) {
                effort = effort.told(fact);
            }
        }
        return effort;
    }

    RebuiltHandOffs rebuilt() {
        RebuiltHandOffs rebuilt = new RebuiltHandOffs(codec);
        events.forEach(rebuilt::take);
        return rebuilt;
    }

    /// The proof reads what would be on the wire.
    Verdict proof() {
        return proof(lines(), dealLines());
    }

    static Verdict proof(List<LogEvent> roles, List<LogEvent> deals) {
        Proof proof = new Proof();
        roles.forEach(proof::rolesLog);
        deals.forEach(event -> {
            proof.countDealsLog(event);
            proof.judgeDealsLog(event);
        });
        return proof.verdict();
    }

    /// Its own log.
    List<LogEvent> lines() {
        return events.stream().map(MemoryLog::line).map(LogEvent::parse).toList();
    }

    /// The log that deal-service would have, with positions of its own.
    List<LogEvent> dealLines() {
        List<LogEvent> deals = new ArrayList<>();
        lines().stream()
                .filter(event -> event.source().equals(Sources.DEAL_SERVICE))
                .forEach(event -> deals.add(event.at(deals.size() + 1L)));
        return deals;
    }

    private static String line(StoredEvent stored) {
        EventEnvelope event = stored.envelope();
        ObjectNode line = JSON.createObjectNode()
                .put("position", stored.position())
                .put("id", event.id().toString())
                .put("source", event.source())
                .put("type", event.type())
                .put("subject", event.subject())
                .put("sequence", String.valueOf(event.sequence()))
                .put("time", event.time().toString())
                .put("recordedtime", event.recordedTime().toString());
        if (event.causationId() != null) {
            line.put("causationid", event.causationId().toString());
        }
        if (event.actor() != null) {
            line.put("actor", event.actor());
        }
        line.set("data", JSON.readTree(event.data()));
        return JSON.writeValueAsString(line);
    }
}
