package dev.baton.cli.proof;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Reads both logs of a running stack for the proof. role-assignment-service may be a little
/// behind: what it has not taken in yet is waited for, and is a finding when it never comes.
final class ProofRun {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE = 500;

    private final LogReader roles;
    private final LogReader deals;
    private final Proof proof = new Proof();
    private final List<LogEvent> waiting = new ArrayList<>();

    ProofRun(LogReader roles, LogReader deals) {
        this.roles = roles;
        this.deals = deals;
    }

    Proof read() throws IOException, InterruptedException {
        roles.readOn(proof::rolesLog);
        deals.readOn(this::dealsLog);
        waitForRoles();
        waiting.forEach(proof::judgeDealsLog);
        return proof;
    }

    private void dealsLog(LogEvent event) {
        proof.countDealsLog(event);
        if (proof.canJudge(event)) {
            proof.judgeDealsLog(event);
        } else {
            waiting.add(event);
        }
    }

    private void waitForRoles() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!waiting.isEmpty() && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
            if (roles.readOn(proof::rolesLog) > 0) {
                deadline = Instant.now().plus(PATIENCE);
            }
            judgeWhatCanBeJudged();
        }
    }

    private void judgeWhatCanBeJudged() {
        List<LogEvent> looked = List.copyOf(waiting);
        waiting.clear();
        for (LogEvent event : looked) {
            if (proof.canJudge(event)) {
                proof.judgeDealsLog(event);
            } else {
                waiting.add(event);
            }
        }
    }
}
