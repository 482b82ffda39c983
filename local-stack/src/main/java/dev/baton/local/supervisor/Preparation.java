package dev.baton.local.supervisor;

import dev.baton.local.issuer.LocalClients;
import dev.baton.local.postgres.Databases;
import dev.baton.local.postgres.PostgresBinaries;
import dev.baton.local.postgres.PostgresServer;
import dev.baton.local.postgres.Privileges;
import dev.baton.local.process.LogFile;
import dev.baton.local.process.Orphans;
import dev.baton.local.process.Ports;
import dev.baton.local.process.Programs;
import dev.baton.local.state.Credentials;
import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.Health;
import dev.baton.local.state.Phase;
import dev.baton.local.state.ProcessIdentity;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What comes before the first process: binaries, credentials, the end of what a killed supervisor
/// left behind, ports. The caller holds the data directory's lock.
public record Preparation(DataDirectory data, Programs programs, PrintStream out) {

    /// A supervisor for everything.
    public Supervisor wholeStack() throws IOException, InterruptedException {
        Parts parts = parts();
        return supervisor(parts, parts.ground(), parts.services());
    }

    /// A supervisor for PostgreSQL, Kafka and the issuer alone, for work on one service.
    public Supervisor groundAlone() throws IOException, InterruptedException {
        Parts parts = parts();
        return supervisor(parts, parts.ground(), List.of());
    }

    private Parts parts() throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpackInto(data.runtime());
        Credentials credentials = credentials();
        Optional<StackState> before = new StateFile(data.stateFile()).read();
        clear(before, server(binaries, credentials, 0));
        Addresses at = Addresses.choose(Ports.ofThisMachine(), before);
        at.moved().forEach(out::println);
        PostgresServer server = server(binaries, credentials, at.postgres());
        return new Parts(data, programs, credentials, at, server, new Databases(at.postgres(), credentials));
    }

    private Credentials credentials() throws IOException {
        List<String> databaseRoles = new ArrayList<>(Databases.OWNED);
        databaseRoles.add(Databases.ANALYST);
        databaseRoles.add(PostgresServer.SUPERUSER);
        Credentials all = Credentials.read(data.credentialsFile())
                .completed(databaseRoles, LocalClients.ids(), LocalClients.people());
        all.write(data.credentialsFile());
        return all;
    }

    private PostgresServer server(PostgresBinaries binaries, Credentials credentials, int port)
            throws IOException, InterruptedException {
        return new PostgresServer(
                binaries,
                Privileges.ofThisUser(),
                data.postgres(),
                new LogFile(data.log(PostgresPart.NAME)),
                port,
                credentials.databasePassword(PostgresServer.SUPERUSER));
    }

    private void clear(Optional<StackState> before, PostgresServer server) throws IOException, InterruptedException {
        List<ProcessHandle> orphans = Orphans.find(data, before);
        if (!orphans.isEmpty() || server.postmaster().isPresent()) {
            out.println("stopping what an earlier supervisor left behind");
        }
        Orphans.stop(
                orphans.stream().filter(orphan -> !isPostmaster(server, orphan)).toList());
        server.stop();
    }

    private static boolean isPostmaster(PostgresServer server, ProcessHandle process) {
        try {
            return server.postmaster().filter(process::equals).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Supervisor supervisor(Parts parts, List<Part> ground, List<Part> services) {
        List<Part> all = new ArrayList<>(ground);
        all.addAll(services);
        StackState state = new StackState(
                Phase.STARTING,
                data.root().toString(),
                ProcessIdentity.of(ProcessHandle.current()),
                parts.issuerUrl(),
                parts.bootstrap(),
                parts.databases().analystUrl(),
                all.stream().map(Preparation::unborn).toList());
        return new Supervisor(data, new Board(new StateFile(data.stateFile()), state, out), ground, services);
    }

    private static ProcessState unborn(Part part) {
        return new ProcessState(
                part.name(),
                part.url(),
                part.port(),
                Health.STARTING,
                null,
                0,
                part.log().path().toString());
    }
}
