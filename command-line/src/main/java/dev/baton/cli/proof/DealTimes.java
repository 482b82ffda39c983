package dev.baton.cli.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One deal's holdings on the other clock, the time of what happened: each begins where the one
/// before ends, the first with the deal. What an event about the deal has caused takes effect when
/// that event happened, but never before the holding that it ends; what somebody does by
/// themselves, when they do it.
final class DealTimes {
    static final DealTimes UNKNOWN = new DealTimes("", new Findings(Period.ALWAYS));

    /// As much as clocks may differ: that of whoever acts, and that of the log.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final String deal;
    private final Findings findings;
    private final Map<String, Fact> facts = new HashMap<>();
    private @Nullable Instant begun;
    private @Nullable Instant since;
    private @Nullable Instant ended;

    private record Fact(long position, Instant time) {}

    DealTimes(String deal, Findings findings) {
        this.deal = deal;
        this.findings = findings;
    }

    void apply(LogEvent event) {
        switch (event.name()) {
            case "deal.lead-found" -> begun = begun == null ? event.time() : begun;
            case "responsibility.responsibility-opened" -> open(event);
            case "responsibility.responsibility-transferred" -> transfer(event);
            case "responsibility.responsibility-reopened" -> reopen(event);
            case "responsibility.responsibility-ended" -> end(event);
            case "responsibility.offer-accepted" -> {
                if (event.text("acceptance").equals("PERSON")) {
                    checkAct(event, null);
                }
            }
            default -> {
                // no holding begins or ends
            }
        }
        facts.put(event.id(), new Fact(event.position(), event.time()));
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
        checkCause(event, ended);
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
        forgetWhatCameBefore(facts.get(event.cause()));
    }

    private void checkOrder(LogEvent event, @Nullable Instant before) {
        if (before != null && event.time().isBefore(before)) {
            found(Fault.OVERLAP_IN_TIME, event, "takes effect at " + event.time() + ", before " + before);
        }
    }

    /// Only a manager moves a deal without a cause on record.
    private void checkCause(LogEvent event, @Nullable Instant before) {
        if (event.cause().isEmpty() && event.text("acceptance").equals("FORCED")) {
            checkAct(event, before);
            return;
        }
        Fact cause = facts.get(event.cause());
        if (cause == null) {
            found(Fault.NO_CAUSE, event, "caused by '" + event.cause() + "', which the log does not have before it");
            return;
        }
        Instant due = before == null || before.isBefore(cause.time()) ? cause.time() : before;
        if (!event.time().equals(due)) {
            found(
                    Fault.WRONG_TIME,
                    event,
                    "takes effect at " + event.time() + ", its cause happened at " + cause.time());
        }
    }

    private void checkAct(LogEvent event, @Nullable Instant before) {
        Duration late = Duration.between(event.time(), event.recorded()).abs();
        if (!event.time().equals(before) && late.compareTo(SKEW) > 0) {
            found(Fault.WRONG_TIME, event, "takes effect at " + event.time() + ", it was done at " + event.recorded());
        }
    }

    /// What follows an end is caused by what came after its own cause.
    private void forgetWhatCameBefore(@Nullable Fact cause) {
        if (cause != null) {
            facts.values().removeIf(fact -> fact.position() < cause.position());
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
