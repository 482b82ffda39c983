package dev.baton.deal.command;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.axon.postgres.EventLog;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.deal.lifecycle.PersonsCommand;
import java.time.Duration;

/// Somebody may act who took the deal a moment ago, before the deal has recognised it: that is worth a short wait.
public final class PatientOffice {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String NOT_YET = "holder-not-yet-known";

    private final DealOffice office;
    private final EventLog log;

    public PatientOffice(DealOffice office, EventLog log) {
        this.office = office;
        this.log = log;
    }

    Receipt send(PersonsCommand command, Asked asked, CommitCompanion companion) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long position = log.lastPosition();
            try {
                return office.send(command, asked.acting(), asked.attributes(), companion);
            } catch (DealRejected refusal) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (!refusal.code().equals(NOT_YET) || !left.isPositive() || !log.awaitAfter(position, left)) {
                    throw refusal;
                }
            }
        }
    }
}
