package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Proves from the logs that every deal always had exactly one accountable holder. It knows the
/// wire, and none of the code that wrote to it.
///
/// The log of role-assignment-service is told first, to its end, then that of deal-service.
public final class Proof {
    private static final String MANAGER = "sales-manager/";

    private final Findings findings = new Findings();
    private final Density rolesDensity = new Density("role-assignment-service", findings);
    private final Density dealsDensity = new Density("deal-service", findings);
    private final Map<String, DealRelay> relays = new LinkedHashMap<>();
    private final Map<String, Places> people = new HashMap<>();
    private final Set<String> managers = new HashSet<>();
    private final Set<String> takenIn = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private long rolesPosition = -1;
    private long rolesEvents;
    private long dealsEvents;

    public void rolesLog(LogEvent event) {
        rolesDensity.apply(event);
        rolesEvents++;
        rolesPosition = event.position();
        takenIn.add(event.id());
        if (event.name().startsWith("member.")) {
            member(event);
        } else {
            relay(event.subject()).apply(event);
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
        dealsDensity.apply(event);
        dealsEvents++;
    }

    public void judgeDealsLog(LogEvent event) {
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

    /// The holdings of one deal, first to last; empty when nobody knows it.
    List<String> storyOf(String deal) {
        DealRelay relay = relays.get(deal);
        return relay == null ? List.of() : relay.story();
    }

    public Verdict verdict() {
        relays.values().forEach(relay -> relay.finish(rolesPosition));
        return new Verdict(
                relays.size()
                        + missing.stream()
                                .filter(deal -> !relays.containsKey(deal))
                                .count(),
                relays.values().stream().filter(DealRelay::isCarried).count(),
                relays.values().stream().filter(DealRelay::isUnopened).count(),
                dealsEvents,
                rolesEvents,
                findings.holdings(),
                findings.acceptances(),
                people.size(),
                findings.places(),
                findings.overrides(),
                findings.all());
    }
}
