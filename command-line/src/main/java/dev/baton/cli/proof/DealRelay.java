package dev.baton.cli.proof;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One deal's way from holder to holder, checked as the log of role-assignment-service goes on.
final class DealRelay {
    private final String deal;
    private final Findings findings;
    /// Whoever had it before has it back at once, and takes their place afterwards.
    private static final Set<String> BACK = Set.of("CLOSE_REVERSED", "LEAD_RETURNED", "HOLDER_RETURNED");

    private final People people;
    private final Offers offers = new Offers();
    private final Choice choice = new Choice();
    private final Map<Integer, Holding> holdings = new TreeMap<>();
    private final Set<String> endings = new HashSet<>();
    private @Nullable Holding current;
    private boolean begun;
    private boolean opened;
    private boolean over;
    private boolean ended;
    private boolean taken;
    private boolean placed;
    private int recognised;

    /// @param people as far as the log has come
    DealRelay(String deal, Findings findings, People people) {
        this.deal = deal;
        this.findings = findings;
        this.people = people;
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
            case "deal.holder-recognised" -> recognise(event);
            case "responsibility.assignment-decided" -> decide(event);
            case "responsibility.offer-made" -> offer(event);
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

    /// Every other fact of a deal happens under somebody's responsibility; only what routing goes
    /// by may be corrected afterwards.
    private void requireHolder(LogEvent event) {
        boolean afterwards = ended && event.name().equals("responsibility.assignment-corrected");
        if (event.name().startsWith("responsibility.") && current == null && !afterwards) {
            found(Fault.GAP, event, event.name() + " while nobody is accountable");
        }
        requireThatItIsTheirs(event);
    }

    private void requireThatItIsTheirs(LogEvent event) {
        if (event.data().hasNonNull("holder") && event.name().startsWith("responsibility.")) {
            Holding named = Holding.of(event.data().path("holder"), 0);
            if (current != null && !current.isHeldBy(named)) {
                found(
                        Fault.TWO_HOLDERS,
                        event,
                        event.name() + " of " + named.member() + ", while " + current + " holds");
            }
        }
    }

    private void decide(LogEvent event) {
        requireHolder(event);
        String wrong = choice.decided(event);
        if (wrong != null) {
            found(Fault.OTHER_THAN_DECIDED, event, wrong);
        }
    }

    private void offer(LogEvent event) {
        requireHolder(event);
        Holding to = Holding.of(event.data().path("to"), event.number("epoch"));
        String wrong = choice.offered(to, hasBeenHeldBy(DealFile.stream(to)));
        if (wrong != null) {
            found(Fault.OTHER_THAN_DECIDED, event, wrong);
        }
        String standing = offers.made(event);
        if (standing != null) {
            found(Fault.SECOND_OFFER, event, "offered to " + to.member() + " " + standing);
        }
    }

    /// Whether that person in a role has been accountable for it.
    boolean hasBeenHeldBy(String person) {
        return holdings.values().stream()
                .anyMatch(holding -> DealFile.stream(holding).equals(person));
    }

    /// Whether that person in a role has reason to keep a place for it.
    boolean mayKeepAPlace(String person) {
        Holding now = current;
        return now != null && DealFile.stream(now).equals(person) || offers.standsWith(person);
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
        checkPlace(event, to);
        hold(to);
    }

    /// Make before break: who takes a deal has a place for it by then.
    private void checkPlace(LogEvent event, Holding to) {
        boolean before = !event.text("acceptance").equals("FORCED") && !BACK.contains(event.text("cause"));
        if (before && people.knows(to) && !people.tookPlace(to, deal)) {
            found(Fault.NO_PLACE, event, to.member() + " takes it without a place");
        }
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
        String wrong =
                acceptance.equals("FORCED") ? forcedWrongly(event) : offers.use(event.text("offer"), to, acceptance);
        if (wrong != null) {
            found(Fault.NO_ACCEPTANCE, event, wrong);
        }
    }

    private @Nullable String forcedWrongly(LogEvent event) {
        String by = event.text("by");
        if (!people.manages(by)) {
            return "forced by '" + by + "', who is no sales manager";
        }
        boolean another =
                event.text("cause").equals("REASSIGNED") && !event.actor().equals(by);
        return another ? "forced by '" + event.actor() + "' in the name of " + by : null;
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
        placed = people.knows(holding);
        holdings.put(holding.epoch(), holding);
        findings.held();
    }

    /// What is under way, or was left undone, at the end of the log.
    @Nullable
    Finding undone(long position) {
        Holding now = current;
        if (now == null) {
            return begun && (!ended || taken) ? undone(Fault.GAP, position, "no holder to the end of the log") : null;
        }
        if (over) {
            return undone(Fault.STILL_HELD, position, "over, and held by " + now + " to the end of the log");
        }
        if (!offers.inVain().isEmpty()) {
            return undone(
                    Fault.NOT_HANDED_OVER, position, "offer " + offers.inVain() + " was accepted, " + now + " holds");
        }
        if (recognised < now.epoch()) {
            return undone(Fault.UNRECOGNISED, position, now + " holds, the deal knows of epoch " + recognised);
        }
        return withoutPlace(now, position);
    }

    private @Nullable Finding withoutPlace(Holding now, long position) {
        if (placed && !people.hasPlace(now, deal)) {
            return undone(Fault.NO_PLACE, position, now + " holds it without a place");
        }
        return offers.standing().stream()
                .filter(to -> people.knows(to) && !people.hasPlace(to, deal))
                .findFirst()
                .map(to -> undone(Fault.NO_PLACE, position, to + " is asked without a place"))
                .orElse(null);
    }

    private Finding undone(Fault fault, long position, String detail) {
        return new Finding(fault, deal, position, detail);
    }

    /// The deal named its first holder, or is carried again, and role-assignment-service has yet to write it down.
    boolean isUnopened() {
        return begun && !opened || ended && taken;
    }

    boolean isCarried() {
        return current != null;
    }

    /// The deal came to know its holder after the hand-over, and of none twice.
    private void recognise(LogEvent event) {
        Holding seen = Holding.of(event.data().path("holder"), event.number("epoch"));
        Holding given = holdings.get(seen.epoch());
        if (given == null || !given.isHeldBy(seen)) {
            found(Fault.WRONG_RECOGNITION, event, "recognises " + seen + ", on record is " + given);
        } else if (seen.epoch() <= recognised) {
            found(Fault.OLD_EPOCH, event, "recognises " + seen + " after epoch " + recognised);
        } else {
            recognised = seen.epoch();
        }
    }

    private void found(Fault fault, LogEvent event, String detail) {
        findings.add(new Finding(fault, deal, event.position(), detail));
    }
}
