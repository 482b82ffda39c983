package dev.baton.compose;

import dev.baton.local.postgres.PostgresBinaries;
import dev.baton.local.postgres.PostgresServer;
import dev.baton.local.postgres.Privileges;
import dev.baton.local.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The images of others, PostgreSQL and Kafka: their own programs with what the compose file tells them.
final class Ground implements AutoCloseable {
    private final Path directory;
    private final ComposeFile file;
    private final Substitution substitution;
    private final PostgresServer postgres;

    Ground(Path directory, ComposeFile file, Substitution substitution) throws IOException, InterruptedException {
        this.directory = directory;
        this.file = file;
        this.substitution = substitution;
        this.postgres = new PostgresServer(
                PostgresBinaries.unpackInto(directory.resolve("runtime")),
                Privileges.ofThisUser(),
                directory.resolve("postgres"),
                new LogFile(directory.resolve("postgres.log")),
                substitution.port(5432),
                superuserPassword());
    }

    /// A server with the settings of the file: one that it does not know ends here.
    void startPostgres() throws IOException, InterruptedException, SQLException {
        postgres.createOnce();
        postgres.start();
        try (Connection connection = connect("postgres", PostgresServer.SUPERUSER, superuserPassword());
                Statement statement = connection.createStatement()) {
            for (String setting : postgresSettings()) {
                String[] pair = setting.split("=", 2);
                statement.execute("alter system set " + pair[0] + " = '" + pair[1] + "'");
            }
        }
        postgres.stop();
        postgres.start();
    }

    /// @param environment of the container that runs the script
    void makeDatabases(Map<String, String> environment) throws SQLException {
        try (Psql psql =
                new Psql(url(""), environment.get("PGUSER"), environment.get("PGPASSWORD"), "postgres", environment)) {
            psql.run(Project.text(Project.DATABASES));
        }
    }

    Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    /// Configured and formatted by the program that the image itself uses for it.
    void startKafka(Containers containers) throws IOException, InterruptedException {
        Map<String, String> environment =
                new TreeMap<>(substitution.of(file.container("kafka").environment()));
        Path configuration = Files.createDirectories(directory.resolve("kafka-config"));
        Process setup = containers.start(
                "kafka-setup",
                kafka(
                        "kafka.docker.KafkaDockerWrapper",
                        "setup",
                        "--default-configs-dir",
                        defaults().toString(),
                        "--mounted-configs-dir",
                        Files.createDirectories(directory.resolve("kafka-mounted"))
                                .toString(),
                        "--final-configs-dir",
                        configuration.toString()),
                directory,
                environment);
        if (setup.waitFor() != 0) {
            throw new IOException(containers.said("kafka-setup"));
        }
        containers.start(
                "kafka",
                kafka("kafka.Kafka", configuration.resolve("server.properties").toString()),
                directory,
                environment);
    }

    private List<String> kafka(String program, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Containers.java(),
                file.container("kafka").environment().get("KAFKA_HEAP_OPTS"),
                "-cp",
                System.getProperty("java.class.path"),
                program));
        command.addAll(List.of(arguments));
        return command;
    }

    /// The image brings some; a file that the variables replace whole is as good.
    private Path defaults() throws IOException {
        Path defaults = Files.createDirectories(directory.resolve("kafka-default"));
        for (String name : List.of("server.properties", "log4j2.yaml", "tools-log4j2.yaml")) {
            Files.writeString(defaults.resolve(name), "");
        }
        return defaults;
    }

    private List<String> postgresSettings() {
        return file.container("postgres").command().stream()
                .filter(word -> word.contains("="))
                .toList();
    }

    private String superuserPassword() {
        return file.container("postgres").environment().get("POSTGRES_PASSWORD");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + substitution.port(5432) + "/" + database;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        postgres.stop();
    }
}
