package dev.baton.local.postgres;

import dev.baton.local.process.Ending;
import dev.baton.local.process.LogFile;
import dev.baton.local.state.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// PostgreSQL 18 as a server of its own, on one data directory. It outlives whoever started it
/// unless it is stopped.
///
/// @param data the cluster's directory
/// @param superuserPassword set when the cluster is made
public record PostgresServer(
        PostgresBinaries binaries, Privileges privileges, Path data, LogFile log, int port, String superuserPassword) {
    public static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Makes the cluster at the first start; later it does nothing. It is made beside its place and
    /// moved there when it is whole, so that a start killed in between begins again.
    public void createOnce() throws IOException, InterruptedException {
        if (Files.exists(data)) {
            return;
        }
        Path half = data.resolveSibling(data.getFileName() + ".new");
        Trees.delete(half);
        Files.createDirectories(half);
        privileges.handOver(half);
        initialise(half);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path cluster) throws IOException, InterruptedException {
        Path passwordFile = cluster.resolveSibling("postgres-password");
        PrivateFile.write(passwordFile, superuserPassword);
        privileges.handOver(passwordFile);
        try {
            run("initdb", initdb(cluster, passwordFile));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(
                cluster.resolve("postgresql.conf"), "\ninclude_if_exists = 'baton.conf'\n", StandardOpenOption.APPEND);
    }

    private static List<String> initdb(Path cluster, Path passwordFile) {
        return List.of(
                "-D",
                cluster.toString(),
                "-U",
                SUPERUSER,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile);
    }

    /// Starts the server and returns once it accepts connections.
    public ProcessHandle start() throws IOException, InterruptedException {
        Files.writeString(data.resolve("baton.conf"), PostgresSettings.on(port));
        privileges.handOver(data.resolve("baton.conf"));
        run("pg_ctl", List.of("start", "-D", data.toString(), "-w", "-t", "" + PATIENCE.toSeconds(), "-s"));
        return postmaster().orElseThrow(() -> new IOException("PostgreSQL ended right after its start"));
    }

    /// Stops the server: open transactions are rolled back, what was committed stays.
    public void stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = postmaster();
        if (running.isPresent()) {
            askToStop();
            Ending.await(running.get(), PATIENCE);
        }
    }

    private void askToStop() throws InterruptedException {
        try {
            run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-s"));
        } catch (IOException alreadyGone) {
            // nothing is left to ask; the caller waits for the process itself
        }
    }

    /// The server that holds this data directory, whoever started it.
    public Optional<ProcessHandle> postmaster() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(first)).filter(this::isPostgres)
                : Optional.empty();
    }

    private boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(false);
    }

    private void run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(privileges.wrap(command))
                .redirectErrorStream(true)
                .redirectOutput(log.redirect())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " failed; see " + log.path());
        }
    }
}
