package dev.baton.cli.proof;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One deal's way from holder to holder, checked as the log of role-assignment-service goes on.
final class DealRelay {
    private final String deal;
    private final Findings findings;
    private final Predicate<String> manages;
    private final Offers offers = new Offers();
    private final Map<Integer, Holding> holdings = new TreeMap<>();
    private final Set<String> endings = new HashSet<>();
    private @Nullable Holding current;
    private boolean begun;
    private boolean opened;
    private boolean over;
    private boolean ended;
    private boolean taken;

    /// @param manages whether a member is known as a sales manager at this point of the log
    DealRelay(String deal, Findings findings, Predicate<String> manages) {
        this.deal = deal;
        this.findings = findings;
        this.manages = manages;
    }

    void apply(LogEvent event) {
        switch (event.name()) {
            case "deal.lead-found" -> begin(event);
            case "deal.closed" -> over(event, event.text("outcome").equals("LOST"));
            case "deal.lead-disqualified", "deal.deal-merged", "deal.service-ended" -> over(event, true);
            case "deal.close-reversed" -> over(event, event.text("kind").equals("CLIENT_CANCELLED"));
            case "deal.deal-reopened" -> takeUp();
            case "responsibility.responsibility-opened" -> open(event);
            case "responsibility.responsibility-transferred" -> transfer(event);
            case "responsibility.responsibility-ended" -> end(event);
            case "responsibility.responsibility-reopened" -> reopen(event);
            case "responsibility.offer-made" -> offers.made(event);
            case "responsibility.offer-accepted" -> offers.accepted(event);
            case "responsibility.offer-declined", "responsibility.offer-expired", "responsibility.offer-cancelled" ->
                offers.withdrawn(event);
            default -> requireHolder(event);
        }
    }

    /// The deal's first fact names its first holder, who is accountable from there on.
    private void begin(LogEvent event) {
        begun = true;
        if (event.data().hasNonNull("holder")) {
            current = Holding.of(event.data().path("holder"), 0);
        }
    }

    /// Every other fact of a deal happens under somebody's responsibility.
    private void requireHolder(LogEvent event) {
        if (event.name().startsWith("responsibility.") && current == null && !ended) {
            found(Fault.GAP, event, event.name() + " before anybody is accountable");
        }
    }

    private void over(LogEvent event, boolean now) {
        over = now;
        if (now) {
            endings.add(event.id());
        }
    }

    private void takeUp() {
        taken = over;
        over = false;
    }

    private void open(LogEvent event) {
        Holding first = Holding.of(event.data().path("holder"), 0);
        Holding named = current;
        if (opened) {
            found(Fault.TWO_HOLDERS, event, first + " begins while " + (ended ? "it is over" : current + " holds"));
            return;
        }
        if (named != null && !named.isHeldBy(first)) {
            found(Fault.TWO_HOLDERS, event, "the deal began with " + named + ", on record begins " + first);
        }
        opened = true;
        hold(first);
    }

    /// Only what has ended begins again, and with the next epoch.
    private void reopen(LogEvent event) {
        Holding next = Holding.of(event.data().path("holder"), event.number("epoch"));
        if (!ended) {
            found(Fault.TWO_HOLDERS, event, next + " begins again while " + current + " holds");
        }
        if (next.epoch() != lastEpoch() + 1) {
            found(Fault.OLD_EPOCH, event, "epoch " + next.epoch() + " follows epoch " + lastEpoch());
        }
        taken = false;
        hold(next);
    }

    private int lastEpoch() {
        return holdings.keySet().stream().max(Integer::compare).orElse(-1);
    }

    private void transfer(LogEvent event) {
        Holding from = Holding.of(event.data().path("from"), 0);
        Holding to = Holding.of(event.data().path("to"), event.number("epoch"));
        Holding before = current;
        if (before == null || !opened) {
            found(Fault.GAP, event, "handed to " + to + " while nobody was accountable");
        } else {
            if (!before.isHeldBy(from)) {
                found(Fault.TWO_HOLDERS, event, from.member() + " hands over what " + before + " holds");
            }
            checkEpoch(event, before, to);
        }
        checkAcceptance(event, to);
        hold(to);
    }

    private void checkEpoch(LogEvent event, Holding before, Holding to) {
        if (to.epoch() <= before.epoch()) {
            found(Fault.OLD_EPOCH, event, "epoch " + to.epoch() + " follows epoch " + before.epoch());
        } else if (to.epoch() > before.epoch() + 1) {
            found(Fault.SKIPPED_EPOCH, event, "epoch " + to.epoch() + " follows epoch " + before.epoch());
        }
    }

    private void checkAcceptance(LogEvent event, Holding to) {
        String acceptance = event.text("acceptance");
        findings.handedOver(acceptance);
        String wrong = acceptance.equals("FORCED")
                ? forcedWrongly(event.text("by"))
                : offers.use(event.text("offer"), to, acceptance);
        if (wrong != null) {
            found(Fault.NO_ACCEPTANCE, event, wrong);
        }
    }

    private @Nullable String forcedWrongly(String by) {
        return manages.test(by) ? null : "forced by '" + by + "', who is no sales manager";
    }

    /// It may have been taken up again before the end that it had come to is on record.
    private void end(LogEvent event) {
        Holding last = Holding.of(event.data().path("holder"), event.number("epoch"));
        Holding before = current;
        if (before == null) {
            found(Fault.GAP, event, "ends while nobody was accountable");
        } else if (!last.equals(before)) {
            found(Fault.TWO_HOLDERS, event, last + " ends what " + before + " holds");
        }
        boolean toEnd = endings.remove(event.cause());
        if (!over && !toEnd) {
            found(Fault.ENDED_EARLY, event, "neither lost, disqualified, merged nor out of service");
        }
        current = null;
        ended = true;
    }

    private void hold(Holding holding) {
        current = holding;
        ended = false;
        holdings.put(holding.epoch(), holding);
        findings.held();
    }

    /// What the end of the log shows.
    void finish(long position) {
        if (begun && current == null && !ended) {
            findings.add(new Finding(Fault.GAP, deal, position, "no holder to the end of the log"));
        }
    }

    /// The deal named its first holder, or is carried again, and role-assignment-service has yet to write it down.
    boolean isUnopened() {
        return begun && !opened || ended && taken;
    }

    boolean isCarried() {
        return current != null;
    }

    /// Whether the hand-over that the deal recognises is on record yet.
    boolean knowsEpoch(int epoch) {
        return holdings.containsKey(epoch);
    }

    /// Compares what the deal itself has recognised with what was handed over.
    void recognised(LogEvent event) {
        Holding seen = Holding.of(event.data().path("holder"), event.number("epoch"));
        Holding given = holdings.get(seen.epoch());
        if (given == null || !given.isHeldBy(seen)) {
            found(Fault.WRONG_RECOGNITION, event, "recognises " + seen + ", on record is " + given);
        }
    }

    private void found(Fault fault, LogEvent event, String detail) {
        findings.add(new Finding(fault, deal, event.position(), detail));
    }
}
