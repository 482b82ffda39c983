package dev.baton.roles.handoff;

import dev.baton.cli.proof.Fault;
import dev.baton.cli.proof.Finding;
import dev.baton.roles.handoff.Forger.Forged;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A kind of forgery.
///
/// @param name what it comes to
/// @param how empty where a history has nothing to be forged in this way
/// @param tells the faults that say it: one of them is found
record Forgery(String name, Function<Forger, Optional<Forged>> how, Set<Fault> tells) {

    static Forgery forgery(String name, Function<Forger, Optional<Forged>> how, Fault... tells) {
        return new Forgery(name, how, Set.of(tells));
    }

    /// For what it is: the fault, the deal, and no earlier than where it was done.
    boolean isTold(Forged forged, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> tells.contains(finding.fault()))
                .filter(finding -> finding.position() >= forged.position())
                .anyMatch(finding -> isAbout(finding, forged.deal()));
    }

    private static boolean isAbout(Finding finding, String deal) {
        return finding.subject().equals(deal) || (finding.detail() + " ").contains(deal + " ");
    }
}
