package dev.baton.benchmarks.plain;

import dev.baton.benchmarks.work.AppendContender;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.Request;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The same rows as Baton's by plain JDBC, a transaction for each command. The log's lock lets one
/// commit at a time: that is the price of an order without gaps when nobody gathers.
public final class SingleTransactions implements AppendContender {
    /// As many connections as a service's pool has.
    private static final int CONNECTIONS = 16;

    private final DealsInMemory deals = new DealsInMemory();
    private final BlockingQueue<Lane> pool = new ArrayBlockingQueue<>(CONNECTIONS);

    public SingleTransactions(Place place) throws Exception {
        BatonTables.create(place.database(), place.home());
        for (int i = 0; i < CONNECTIONS; i++) {
            pool.add(new Lane(place.database()));
        }
    }

    @Override
    public long advance(Request request) throws Exception {
        return deals.advance(request, this::append);
    }

    private void append(Request request, long sequence) throws Exception {
        Ticket ticket = new Ticket(request, sequence);
        Lane lane = pool.take();
        try {
            lane.append(List.of(ticket));
        } finally {
            pool.add(lane);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Lane lane : pool) {
            lane.close();
        }
    }
}
