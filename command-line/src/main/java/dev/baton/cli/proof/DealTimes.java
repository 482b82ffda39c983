package dev.baton.cli.proof;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One deal's holdings on the other clock, the time of what happened: each begins where the one
/// before ends, the first with the deal. What an event of the deal has caused takes effect when
/// that event happened, but never before the holding that it ends.
final class DealTimes {
    static final DealTimes UNKNOWN = new DealTimes("", new Findings(Period.ALWAYS));

    private final String deal;
    private final Findings findings;
    private final Map<String, Instant> facts = new HashMap<>();
    private @Nullable Instant begun;
    private @Nullable Instant since;
    private @Nullable Instant ended;

    DealTimes(String deal, Findings findings) {
        this.deal = deal;
        this.findings = findings;
    }

    void apply(LogEvent event) {
        switch (event.name()) {
            case "deal.lead-found" -> {
                begun = begun == null ? event.time() : begun;
                facts.put(event.id(), event.time());
            }
            case "responsibility.responsibility-opened" -> open(event);
            case "responsibility.responsibility-transferred" -> transfer(event);
            case "responsibility.responsibility-reopened" -> reopen(event);
            case "responsibility.responsibility-ended" -> end(event);
            default -> {
                if (event.name().startsWith("deal.")) {
                    facts.put(event.id(), event.time());
                }
            }
        }
    }

    private void open(LogEvent event) {
        Instant beginning = begun;
        if (beginning != null && event.time().isAfter(beginning)) {
            found(
                    Fault.GAP_IN_TIME,
                    event,
                    "the deal begins at " + beginning + ", its first holding at " + event.time());
        }
        if (beginning != null && event.time().isBefore(beginning)) {
            found(Fault.WRONG_TIME, event, "held from " + event.time() + ", before the deal begins at " + beginning);
        }
        since = event.time();
    }

    private void transfer(LogEvent event) {
        Instant before = since;
        checkOrder(event, before);
        checkCause(event, before);
        if (event.time().equals(before)) {
            findings.heldForNoTime();
        }
        since = event.time();
    }

    private void reopen(LogEvent event) {
        checkOrder(event, ended);
        since = event.time();
        ended = null;
    }

    private void end(LogEvent event) {
        checkOrder(event, since);
        checkCause(event, since);
        if (event.time().equals(since)) {
            findings.heldForNoTime();
        }
        ended = event.time();
        facts.clear();
    }

    private void checkOrder(LogEvent event, @Nullable Instant before) {
        if (before != null && event.time().isBefore(before)) {
            found(Fault.OVERLAP_IN_TIME, event, "takes effect at " + event.time() + ", before " + before);
        }
    }

    private void checkCause(LogEvent event, @Nullable Instant before) {
        Instant cause = facts.get(event.cause());
        if (cause == null || before == null) {
            return;
        }
        Instant due = cause.isBefore(before) ? before : cause;
        if (!event.time().equals(due)) {
            found(Fault.WRONG_TIME, event, "takes effect at " + event.time() + ", its cause happened at " + cause);
        }
    }

    private void found(Fault fault, LogEvent event, String detail) {
        findings.add(new Finding(fault, deal, event.position(), detail));
    }

    /// Whether the deal was carried at some moment of the period.
    boolean isWithin(Period period) {
        return beganBefore(period.to()) && (ended == null || period.from() == null || !ended.isBefore(period.from()));
    }

    boolean beganBefore(@Nullable Instant moment) {
        return moment == null || begun == null || begun.isBefore(moment);
    }

    boolean endedAfter(Instant moment) {
        return ended != null && !ended.isBefore(moment);
    }
}
