package dev.baton.local.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `DATA/baton.json` says: who supervises, what runs where, and how analysts connect.
///
/// @param data the data directory, absolute
/// @param issuer the OIDC issuer's URL, as it stands in tokens
/// @param kafka bootstrap servers
/// @param analytics JDBC URL of the read-only analytics role, password included
public record StackState(
        Phase phase,
        String data,
        ProcessIdentity supervisor,
        String issuer,
        String kafka,
        String analytics,
        List<ProcessState> processes) {

    public StackState {
        processes = List.copyOf(processes);
    }

    public StackState now(Phase next) {
        return new StackState(next, data, supervisor, issuer, kafka, analytics, processes);
    }

    public StackState with(ProcessState changed) {
        List<ProcessState> next = processes.stream()
                .map(known -> known.name().equals(changed.name()) ? changed : known)
                .toList();
        return new StackState(phase, data, supervisor, issuer, kafka, analytics, next);
    }

    public Optional<ProcessState> process(String name) {
        return processes.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /// Every process of the stack that still runs, except the supervisor.
    public Stream<ProcessHandle> running() {
        return processes.stream()
                .flatMap(known -> Stream.ofNullable(known.process()))
                .flatMap(identity -> identity.running().stream());
    }

    public boolean supervised() {
        return phase != Phase.STOPPED && supervisor.running().isPresent();
    }

    public boolean healthy() {
        return supervised()
                && phase == Phase.READY
                && processes.stream().allMatch(known -> known.health() == Health.UP);
    }
}
