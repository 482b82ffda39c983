package dev.baton.benchmarks.plain;

import dev.baton.benchmarks.work.Deals;
import dev.baton.benchmarks.work.Request;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The aggregates' state, cached: how many transitions each deal has had. One command at a time for
/// each deal.
final class DealsInMemory {
    private final Map<String, Deal> deals = new ConcurrentHashMap<>();

    long advance(Request request, Append append) throws Exception {
        Deal deal = deals.computeIfAbsent(request.deal(), ignored -> new Deal());
        deal.turn.lock();
        try {
            long sequence = deal.transitions;
            append.durably(request, sequence);
            deal.transitions++;
            forgetOver(request, deal);
            return sequence;
        } finally {
            deal.turn.unlock();
        }
    }

    private void forgetOver(Request request, Deal deal) {
        if (deal.transitions == Deals.TRANSITIONS) {
            deals.remove(request.deal());
        }
    }

    @FunctionalInterface
    interface Append {
        void durably(Request request, long sequence) throws Exception;
    }

    private static final class Deal {
        private final ReentrantLock turn = new ReentrantLock();
        private long transitions;
    }
}
