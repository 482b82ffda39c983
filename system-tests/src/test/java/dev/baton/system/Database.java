package dev.baton.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service's database, as whoever owns it may read and change it behind the service's back.
record Database(String url, String user, String password) {
    private static final Pattern HOST_AND_PORT = Pattern.compile("//([^/]+)/");

    /// @param name the database's, which is its owner's
    static Database of(Baton baton, String name) {
        String analytics = baton.status().analytics();
        Matcher server = HOST_AND_PORT.matcher(analytics);
        if (!server.find()) {
            throw new AssertionError("no server in " + analytics);
        }
        return new Database("jdbc:postgresql://" + server.group(1) + "/" + name, name, password(baton, name));
    }

    long number(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    String text(String query) {
        return texts(query).getFirst();
    }

    /// The first column.
    List<String> texts(String query) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(query, unreadable);
        }
    }

    /// @return how many rows were changed
    int change(String statement) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(statement, refused);
        }
    }

    private static String password(Baton baton, String role) {
        try {
            return Api.JSON
                    .readTree(Files.readString(baton.data().resolve("credentials.json")))
                    .path("database")
                    .path(role)
                    .asString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
