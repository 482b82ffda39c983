package dev.baton.local.postgres;

import dev.baton.local.state.Credentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The databases of the three services, each with an owner that may use nothing else, and the
/// login for analysts.
public record Databases(int port, Credentials credentials) {
    public static final List<String> OWNED = List.of("deals", "roles", "projections");
    public static final String ANALYST = "analyst";
    private static final String ANALYSED = "projections";

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// What an analyst pastes into a tool.
    public String analystUrl() {
        return url(ANALYSED) + "?user=" + ANALYST + "&password=" + credentials.databasePassword(ANALYST);
    }

    /// Creates what is missing; passwords are set again, since the credentials file is what counts.
    public void create() throws SQLException {
        try (Connection connection = asSuperuser(60);
                Statement statement = connection.createStatement()) {
            requireDurable(statement);
            for (String name : OWNED) {
                createRole(statement, name);
                createDatabase(statement, name);
            }
            createAnalyst(statement);
        }
    }

    public boolean reachable() {
        try (Connection connection = asSuperuser(2)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection asSuperuser(int patience) throws SQLException {
        String password = credentials.databasePassword(PostgresServer.SUPERUSER);
        return DriverManager.getConnection(
                url("postgres") + "?connectTimeout=" + patience + "&loginTimeout=" + patience,
                PostgresServer.SUPERUSER,
                password);
    }

    private static void requireDurable(Statement statement) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = ask(statement, "show " + setting);
            if (!value.equals("on")) {
                throw new SQLException(setting + " is " + value + ": what Baton acknowledges would not be durable");
            }
        }
    }

    private void createRole(Statement statement, String role) throws SQLException {
        if (ask(statement, "select count(*) from pg_roles where rolname = '" + role + "'")
                .equals("0")) {
            statement.execute("create role " + role + " nosuperuser nocreatedb nocreaterole login");
        }
        statement.execute("alter role " + role + " password '" + credentials.databasePassword(role) + "'");
    }

    private static void createDatabase(Statement statement, String name) throws SQLException {
        if (ask(statement, "select count(*) from pg_database where datname = '" + name + "'")
                .equals("0")) {
            statement.execute("create database " + name + " owner " + name);
        }
        statement.execute("revoke all on database " + name + " from public");
    }

    /// Whatever the analyst is granted later, by the owner of the views, this login only reads.
    private void createAnalyst(Statement statement) throws SQLException {
        createRole(statement, ANALYST);
        statement.execute("alter role " + ANALYST + " set default_transaction_read_only = on");
        statement.execute("alter role " + ANALYST + " set statement_timeout = '5min'");
        statement.execute("grant connect on database " + ANALYSED + " to " + ANALYST);
    }

    private static String ask(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
