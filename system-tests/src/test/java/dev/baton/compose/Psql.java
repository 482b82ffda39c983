package dev.baton.compose;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As much of psql as the script of the databases uses, since the embedded binaries come without it: a statement at a
/// time, `\getenv`, `\gexec`, `\connect` and `:'name'`.
final class Psql implements AutoCloseable {
    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

    private final String server;
    private final String user;
    private final String password;
    private final Map<String, String> environment;
    private final Map<String, String> variables = new TreeMap<>();
    private final StringBuilder statement = new StringBuilder();
    private Connection connection;

    /// @param server a JDBC URL up to the name of the database
    Psql(String server, String user, String password, String database, Map<String, String> environment)
            throws SQLException {
        this.server = server;
        this.user = user;
        this.password = password;
        this.environment = environment;
        this.connection = connect(database);
    }

    void run(String script) throws SQLException {
        for (String line : script.lines().toList()) {
            if (!line.startsWith("--")) {
                take(line.strip());
            }
        }
        if (!statement.toString().isBlank()) {
            throw new SQLException("a statement without an end: " + statement);
        }
    }

    private void take(String line) throws SQLException {
        if (line.startsWith("\\")) {
            meta(line.split(" "));
        } else if (line.endsWith("\\gexec")) {
            statement.append(line, 0, line.length() - "\\gexec".length());
            executeAll(ask(complete()));
        } else {
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                execute(complete());
            }
        }
    }

    private void meta(String[] command) throws SQLException {
        switch (command[0]) {
            case "\\getenv" -> variables.put(command[1], value(command[2]));
            case "\\connect" -> {
                connection.close();
                connection = connect(command[1]);
            }
            default -> throw new SQLException("not known here: " + command[0]);
        }
    }

    private String value(String name) throws SQLException {
        String value = environment.get(name);
        if (value == null) {
            throw new SQLException("the container has no variable " + name);
        }
        return value;
    }

    private String complete() {
        String complete = VARIABLE.matcher(statement)
                .replaceAll(name -> Matcher.quoteReplacement(quoted(variables.get(name.group(1)))));
        statement.setLength(0);
        return complete;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private List<String> ask(String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement asking = connection.createStatement();
                ResultSet rows = asking.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private void executeAll(List<String> statements) throws SQLException {
        for (String each : statements) {
            execute(each);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement executing = connection.createStatement()) {
            executing.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + database, user, password);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
