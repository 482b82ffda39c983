package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.StreamId;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is committed, what nobody has heard of yet, and what may have freed a place. One second goes by with a fact.
final class SimulatedLog {
    private static final Instant BEGINNING = Instant.parse("2026-11-01T12:00:00Z");

    final List<LoggedFact> facts = new ArrayList<>();
    final Deque<LoggedFact> unheard = new ArrayDeque<>();
    final Deque<LoggedFact> freed = new ArrayDeque<>();

    /// When each was last given a place, as a number that grows.
    final Map<Holder, Long> turns = new HashMap<>();

    private long reserved;
    private int written;

    record Pending(
            UUID id,
            StreamId stream,
            Object event,
            Instant happened,
            @Nullable UUID because,
            @Nullable String by) {}

    Instant clock() {
        return BEGINNING.plusSeconds(facts.size());
    }

    /// That is in no commit yet.
    Pending pending(StreamId stream, Object event, Instant happened, @Nullable UUID because, @Nullable String by) {
        return new Pending(new UUID(7, written++), stream, event, happened, because, by);
    }

    /// How many facts there are, with those in no commit yet.
    int written() {
        return written;
    }

    /// All of it at one moment.
    void commit(List<Pending> together) {
        Instant now = clock();
        for (Pending one : together) {
            LoggedFact fact = new LoggedFact(
                    facts.size() + 1,
                    one.id(),
                    one.because(),
                    one.by(),
                    one.stream(),
                    one.happened(),
                    now,
                    one.event());
            facts.add(fact);
            note(fact);
        }
    }

    private void note(LoggedFact fact) {
        switch (fact.event()) {
            case SlotReserved place when !place.override() -> turns.put(RecordedWorld.person(fact), ++reserved);
            case SlotReleased _, SlotWeighed _, EmploymentEvent _, AssignmentQueued _ -> freed.add(fact);
            default -> {
                // nobody waits for it
            }
        }
        if (News.is(fact)) {
            unheard.add(fact);
        }
    }
}
