package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Gathers what many append into one commit, and refuses all of it when one is refused.
final class GuiltyNeighbours extends InMemoryLog {
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public Answer append(List<Fact> facts) {
        Request request = new Request(facts, new CompletableFuture<>());
        waiting.add(request);
        commit.lock();
        try {
            commitAll();
        } finally {
            commit.unlock();
        }
        return request.answer().join();
    }

    private void commitAll() {
        List<Request> batch = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
            facts.addAll(next.facts());
        }
        Answer answer = judge(facts);
        if (answer == Answer.ACKNOWLEDGED) {
            place(facts, log.size());
        }
        batch.forEach(request -> request.answer().complete(answer));
    }

    private record Request(List<Fact> facts, CompletableFuture<Answer> answer) {}
}
