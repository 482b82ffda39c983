package dev.baton.benchmarks.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/// The tables of Baton's event store, made by the store's own migrations.
public final class BatonTables {
    private static final String MIGRATIONS = "axon-postgres/src/main/resources/db/axon-postgres";

    private BatonTables() {}

    public static void create(String database, Path home) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (Path migration : migrations(home)) {
                statement.execute(Files.readString(migration));
            }
        }
    }

    private static List<Path> migrations(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(MIGRATIONS))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
