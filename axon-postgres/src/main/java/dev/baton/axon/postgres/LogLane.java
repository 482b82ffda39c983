package dev.baton.axon.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.DataSourceUnwrapper;

/// The connections that group commits are written on. Apart from the service's pool, so that a commit never waits for
/// a connection behind what it would set free.
final class LogLane implements DisposableBean {
    /// One writes; another is needed when that one is lost.
    private static final int CONNECTIONS = 2;

    /// After it the callers are told that the database is away.
    private static final long PATIENCE_MILLIS = 3000;

    /// The few statements of this lane are the same for every batch: planned once, not for every batch anew, and never
    /// by reading a table from end to end, as would seem cheap while the log is young.
    private static final String PLANS = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off";

    private final HikariDataSource connections;

    private LogLane(HikariDataSource connections) {
        this.connections = connections;
    }

    /// @param service the service's pool: same database, user and properties
    /// @throws IllegalStateException when it is not one of Hikari's
    static LogLane beside(DataSource service) {
        HikariDataSource pool = DataSourceUnwrapper.unwrap(service, HikariDataSource.class);
        if (pool == null) {
            throw new IllegalStateException("the service's connections must come from HikariCP, not from "
                    + service.getClass().getName());
        }
        HikariConfig lane = new HikariConfig();
        pool.copyStateTo(lane);
        lane.setPoolName("log");
        lane.setAutoCommit(false);
        lane.setMaximumPoolSize(CONNECTIONS);
        lane.setMinimumIdle(1);
        lane.setConnectionTimeout(PATIENCE_MILLIS);
        lane.setConnectionInitSql(PLANS);
        // Without auto-commit what the pool itself asks would leave a transaction open, and the server would end the
        // session for it while it waits for work.
        lane.setIsolateInternalQueries(true);
        return new LogLane(new HikariDataSource(lane));
    }

    DataSource connections() {
        return connections;
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
