package dev.baton.local.supervisor;

import dev.baton.local.process.Ports;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loopback port of each process.
///
/// @param moved a sentence for each port that was taken
record Addresses(
        int postgres,
        int kafka,
        int kafkaController,
        int issuer,
        int deals,
        int roles,
        int projections,
        List<String> moved) {

    /// The ports of the last run where they are still free, since tokens name the issuer's and
    /// bookmarks the console's; else the usual ones, or the next free.
    static Addresses choose(Ports ports, Optional<StackState> before) {
        List<String> moved = new ArrayList<>();
        Choice choice = new Choice(ports, before, moved);
        return new Addresses(
                choice.of("postgres", 5432),
                choice.of("kafka", 9092),
                choice.of("kafka-controller", 9093),
                choice.of("issuer", 8083),
                choice.of("deal-service", 8081),
                choice.of("role-assignment-service", 8082),
                choice.of("projections-service", 8080),
                List.copyOf(moved));
    }

    private record Choice(Ports ports, Optional<StackState> before, List<String> moved) {
        int of(String name, int usual) {
            int wanted = before.flatMap(state -> state.process(name))
                    .map(ProcessState::port)
                    .orElse(usual);
            int given = ports.take(wanted);
            if (given != wanted) {
                moved.add("port " + wanted + " is taken, " + name + " listens on " + given);
            }
            return given;
        }
    }
}
