package dev.baton.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The deals' event log, counted where it is stored: what a refusal stored would show here and nowhere else.
record EventLog(String server, String user, String password) {
    private static final Pattern HOST_AND_PORT = Pattern.compile("//([^/]+)/");

    static EventLog ofDeals(Baton baton) {
        String analytics = baton.status().analytics();
        Matcher server = HOST_AND_PORT.matcher(analytics);
        if (!server.find()) {
            throw new AssertionError("no server in " + analytics);
        }
        return new EventLog(server.group(1), "deals", password(baton));
    }

    /// What was posted, and not what the deals recognised of their own accord: the relay of an earlier lead goes on
    /// while others are refused.
    long size() {
        return count("select count(*) from event where type <> 'baton.deal.holder-recognised.v1'");
    }

    long leads() {
        return count("select count(*) from event where type = 'baton.deal.lead-found.v1'");
    }

    private long count(String query) {
        try (Connection deals = DriverManager.getConnection("jdbc:postgresql://" + server + "/deals", user, password);
                Statement sql = deals.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String password(Baton baton) {
        try {
            JsonNode credentials =
                    Api.JSON.readTree(Files.readString(baton.data().resolve("credentials.json")));
            return credentials.path("database").path("deals").asString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
