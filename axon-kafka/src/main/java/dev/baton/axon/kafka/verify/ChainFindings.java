package dev.baton.axon.kafka.verify;

import dev.baton.axon.postgres.ChainFault;
import java.util.List;

/// A broken commit, told event by event: the digest is of all of a commit, so it names each that may
/// be meant. Of a large commit that would be a choice among the innocent, so it is told as one; the
/// comparison with the topic shows which event it is.
final class ChainFindings {
    private ChainFindings() {}

    static List<Finding> of(ChainFault fault) {
        var missing = fault.missing().stream().map(position -> missing(fault, position));
        var suspects = fault.events().stream().map(event -> suspect(fault, event));
        if (!fault.missing().isEmpty()) {
            return missing.toList();
        }
        return fault.namesAll() ? suspects.toList() : List.of(commit(fault));
    }

    private static Finding missing(ChainFault fault, long position) {
        var neighbour = fault.events().stream().map(ChainFault.Suspect::stream).findFirst();
        return new Finding(
                Where.STORE,
                Fault.MISSING,
                null,
                null,
                "position " + position,
                "the log has no event here; " + span(fault) + ": " + fault.reason()
                        + neighbour
                                .map(stream -> "; of the same commit: " + stream)
                                .orElse(""));
    }

    private static Finding suspect(ChainFault fault, ChainFault.Suspect event) {
        return new Finding(
                Where.STORE,
                fault.reason().startsWith("events follow") ? Fault.EXTRA : Fault.ALTERED,
                event.stream(),
                event.eventId(),
                "position " + event.position(),
                span(fault) + ": " + fault.reason());
    }

    private static Finding commit(ChainFault fault) {
        return new Finding(
                Where.STORE, Fault.ALTERED, null, null, positions(fault), span(fault) + ": " + fault.reason());
    }

    private static String span(ChainFault fault) {
        return "commit of " + positions(fault);
    }

    private static String positions(ChainFault fault) {
        return fault.firstPosition() == fault.lastPosition()
                ? "position " + fault.firstPosition()
                : "positions " + fault.firstPosition() + " to " + fault.lastPosition();
    }
}
