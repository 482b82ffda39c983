package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Proves from the logs that every deal always had exactly one accountable holder. It knows the
/// wire, and none of the code that wrote to it.
///
/// The log of role-assignment-service is told first, to its end, then that of deal-service.
public final class Proof {
    private static final String MANAGER = "sales-manager/";

    private final Period period;
    private final Findings findings;
    private final Density rolesDensity;
    private final Density dealsDensity;
    private final Map<String, DealTimes> times = new HashMap<>();
    private final Map<String, DealRelay> relays = new LinkedHashMap<>();
    private final Map<String, Places> people = new HashMap<>();
    private final Set<String> managers = new HashSet<>();
    private final Set<String> takenIn = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private long rolesPosition = -1;
    private long rolesEvents;
    private long dealsEvents;

    public Proof() {
        this(Period.ALWAYS);
    }

    /// @param period what is counted and judged; the logs are read from their beginning all the same
    Proof(Period period) {
        this.period = period;
        findings = new Findings(period);
        rolesDensity = new Density("role-assignment-service", findings);
        dealsDensity = new Density("deal-service", findings);
    }

    public void rolesLog(LogEvent event) {
        findings.at(event);
        rolesDensity.apply(event);
        rolesEvents++;
        rolesPosition = event.position();
        takenIn.add(event.id());
        if (event.name().startsWith("member.")) {
            member(event);
        } else {
            relay(event.subject()).apply(event);
            times.computeIfAbsent(event.subject(), deal -> new DealTimes(deal, findings))
                    .apply(event);
        }
    }

    private void member(LogEvent event) {
        if (event.name().equals("member.member-joined") && event.subject().startsWith(MANAGER)) {
            managers.add(event.text("member"));
        }
        people.computeIfAbsent(event.subject(), person -> new Places(person, findings))
                .apply(event);
    }

    private DealRelay relay(String deal) {
        return relays.computeIfAbsent(deal, id -> new DealRelay(id, findings, managers::contains));
    }

    /// Whether the log of role-assignment-service has come far enough to judge this event of a deal.
    boolean canJudge(LogEvent event) {
        DealRelay relay = relays.get(event.subject());
        return takenIn.contains(event.id())
                && relay != null
                && (!recognition(event) || relay.knowsEpoch(event.number("epoch")));
    }

    /// An event of deal-service's log is counted when it is read, and judged once that is possible.
    public void countDealsLog(LogEvent event) {
        findings.at(event);
        dealsDensity.apply(event);
        dealsEvents++;
    }

    public void judgeDealsLog(LogEvent event) {
        findings.at(event);
        DealRelay relay = relays.get(event.subject());
        if (relay == null || !takenIn.contains(event.id())) {
            missing(event);
        } else if (recognition(event)) {
            relay.recognised(event);
        }
    }

    private static boolean recognition(LogEvent event) {
        return event.name().equals("deal.holder-recognised");
    }

    private void missing(LogEvent event) {
        if (missing.add(event.subject())) {
            String detail = event.type() + " never reached role-assignment-service";
            findings.add(new Finding(Fault.UNKNOWN_TO_ROLES, event.subject(), event.position(), detail));
        }
    }

    /// Whether the log of role-assignment-service tells of that deal.
    boolean knows(String deal) {
        return relays.containsKey(deal);
    }

    public Verdict verdict() {
        findings.at(null);
        relays.values().forEach(relay -> relay.finish(rolesPosition));
        return new Verdict(
                period.from(),
                period.to(),
                deals(),
                relays.entrySet().stream()
                        .filter(deal -> deal.getValue().isCarried() || endedLater(deal.getKey()))
                        .filter(deal -> times(deal.getKey()).beganBefore(period.to()))
                        .count(),
                relays.entrySet().stream()
                        .filter(deal -> deal.getValue().isUnopened())
                        .filter(deal -> times(deal.getKey()).isWithin(period))
                        .count(),
                dealsEvents,
                rolesEvents,
                findings.holdings(),
                findings.noTime(),
                findings.acceptances(),
                people.size(),
                findings.places(),
                findings.overrides(),
                findings.all());
    }

    private long deals() {
        return relays.keySet().stream()
                        .filter(deal -> times(deal).isWithin(period))
                        .count()
                + missing.stream().filter(deal -> !relays.containsKey(deal)).count();
    }

    private DealTimes times(String deal) {
        return times.getOrDefault(deal, DealTimes.UNKNOWN);
    }

    private boolean endedLater(String deal) {
        return period.to() != null && times(deal).endedAfter(period.to());
    }
}
