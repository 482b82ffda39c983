package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.SlaEvent.Sla;
import java.time.Instant;

/// What Baton's own clock asks of a deal. A deal that has moved on meanwhile answers with nothing.
public sealed interface DueCommand extends DealCommand {

    /// The return date of a recycled lead has come.
    record EndNurture(String deal) implements DueCommand {}

    /// Nobody has answered in time.
    ///
    /// @param number of the request among those of its kind
    record EscalateRequest(String deal, RequestKind kind, int number) implements DueCommand {}

    /// The review date of a deal on hold has come.
    record ReviewHold(String deal) implements DueCommand {}

    /// The time is over that the pipeline sets for it.
    record BreachSla(String deal, Sla sla) implements DueCommand {}

    /// The time of promises is over that were due by then.
    record BreachCommitments(String deal, Instant at) implements DueCommand {}
}
