package dev.baton.benchmarks.plain;

import dev.baton.benchmarks.work.AppendContender;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.Request;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The floor: the same rows as Baton's by plain JDBC, what several callers ask for in one commit.
/// Whoever finds the lane free writes for all who wait; a batch with one bad row fails as a whole,
/// which Baton may not do.
public final class Floor implements AppendContender {
    private static final int MOST = 256;

    private final DealsInMemory deals = new DealsInMemory();
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Lane lane;
    private int lastBatch;

    public Floor(Place place) throws Exception {
        BatonTables.create(place.database(), place.home());
        lane = new Lane(place.database());
    }

    @Override
    public long advance(Request request) throws Exception {
        return deals.advance(request, this::append);
    }

    private void append(Request request, long sequence) throws Exception {
        Ticket ticket = new Ticket(request, sequence);
        waiting.add(ticket);
        while (!ticket.over()) {
            if (turn.tryLock()) {
                lead(ticket);
            } else {
                LockSupport.park();
            }
        }
        Exception failure = ticket.failure();
        if (failure != null) {
            throw new SQLException("not appended", failure);
        }
    }

    private void lead(Ticket own) {
        try {
            if (!own.over()) {
                gather();
                write(taken());
            }
        } finally {
            turn.unlock();
            wakeNext();
        }
    }

    /// Those who were just answered are about to ask again: let them, when there were several.
    private void gather() {
        if (lastBatch > 1) {
            Thread.yield();
        }
    }

    private List<Ticket> taken() {
        List<Ticket> batch = new ArrayList<>();
        for (Ticket next = waiting.poll(); next != null; next = batch.size() < MOST ? waiting.poll() : null) {
            batch.add(next);
        }
        lastBatch = batch.size();
        return batch;
    }

    private void write(List<Ticket> batch) {
        try {
            lane.append(batch);
            batch.forEach(ticket -> ticket.end(null));
        } catch (Exception e) {
            batch.forEach(ticket -> ticket.end(e));
        }
    }

    private void wakeNext() {
        Ticket next = waiting.peek();
        if (next != null) {
            next.wake();
        }
    }

    @Override
    public void close() throws SQLException {
        lane.close();
    }
}
