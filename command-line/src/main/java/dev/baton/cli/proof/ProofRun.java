package dev.baton.cli.proof;

import dev.baton.cli.ops.StepBar;
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
    private final Proof proof;
    private final DealFile file;
    private final StepBar bar;
    private final List<LogEvent> waiting = new ArrayList<>();

    /// @param file keeps what is about one deal
    /// @param bar shows how many events have been read; how many there are, no log says
    ProofRun(LogReader roles, LogReader deals, Proof proof, DealFile file, StepBar bar) {
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
        waitForRoles();
        waiting.forEach(proof::judgeDealsLog);
    }

    private void rolesLog(LogEvent event) {
        bar.count("log of role-assignment-service", event.position());
        proof.rolesLog(event);
        file.rolesLog(event);
    }

    private void dealsLog(LogEvent event) {
        bar.count("log of deal-service", event.position());
        file.dealsLog(event);
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
            if (roles.readOn(this::rolesLog) > 0) {
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
