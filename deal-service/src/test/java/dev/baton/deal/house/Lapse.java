package dev.baton.deal.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A database that cannot be reached after so many questions, until it is back.
public final class Lapse extends DelegatingDataSource {
    private int left;

    public Lapse(DataSource database, int questions) {
        super(database);
        this.left = questions;
    }

    public void isOver() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (left == 0) {
            throw new SQLTransientConnectionException("the database is away", "08001");
        }
        left--;
        return super.getConnection();
    }
}
