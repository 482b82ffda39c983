package dev.baton.cli.proof;

import dev.baton.cli.ops.StepBar;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Reads both logs of a running stack for the proof. role-assignment-service may be a little
/// behind, and hand-offs under way: what has not been taken in or brought to rest yet is waited
/// for, and is a finding when it never comes. What comes meanwhile is not.
final class ProofRun {
    private static final long PAUSE = 500;

    private final LogReader roles;
    private final LogReader deals;
    private final Proof proof;
    private final DealFile file;
    private final StepBar bar;
    private final Duration patience;
    private final List<LogEvent> waiting = new ArrayList<>();
    private final List<LogEvent> later = new ArrayList<>();

    /// @param file keeps what is about one deal
    /// @param bar shows how many events have been read; how many there are, no log says
    /// @param patience how long nothing may come to rest of what is under way
    ProofRun(LogReader roles, LogReader deals, Proof proof, DealFile file, StepBar bar, Duration patience) {
        this.patience = patience;
        this.bar = bar;
        this.proof = proof;
        this.file = file;
        this.roles = roles;
        this.deals = deals;
    }

    /// To the present end of both logs.
    void read() throws IOException, InterruptedException {
        roles.readOn(this::rolesLog);
        deals.readOn(this::dealsLog);
        waitForRest();
        waiting.forEach(proof::judgeDealsLog);
    }

    private void rolesLog(LogEvent event) {
        bar.count("log of role-assignment-service", event.position());
        proof.rolesLog(event);
        file.rolesLog(event);
    }

    private void dealsLog(LogEvent event) {
        if (!judge(event)) {
            waiting.add(event);
        }
    }

    private void later(LogEvent event) {
        if (!judge(event)) {
            later.add(event);
        }
    }

    private boolean judge(LogEvent event) {
        bar.count("log of deal-service", event.position());
        file.dealsLog(event);
        proof.countDealsLog(event);
        return judged(event);
    }

    private boolean judged(LogEvent event) {
        boolean can = proof.canJudge(event);
        if (can) {
            proof.judgeDealsLog(event);
        }
        return can;
    }

    /// The log of deal-service is read last: it has everything that the other one took in from it.
    private void waitForRest() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        int left = left();
        while (left > 0 && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
            roles.readOn(this::rolesLog);
            deals.readOn(this::later);
            waiting.removeIf(this::judged);
            later.removeIf(this::judged);
            int before = left;
            left = left();
            if (left < before) {
                deadline = Instant.now().plus(patience);
            }
        }
    }

    private int left() {
        return waiting.size() + proof.underWay();
    }
}
