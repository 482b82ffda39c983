package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Proves from the logs that every deal always had exactly one accountable holder. It knows the
/// wire, and none of the code that wrote to it.
///
/// The log of role-assignment-service is told first, to its end, then that of deal-service.
public final class Proof {
    private static final String ROLES = "role-assignment-service";
    private static final String DEALS = "deal-service";

    private final Period period;
    private final Findings findings;
    private final Density rolesDensity;
    private final Density dealsDensity;
    private final People people;
    private final TakenIn takenIn;
    private final Map<String, DealTimes> times = new HashMap<>();
    private final Map<String, DealRelay> relays = new LinkedHashMap<>();
    private final Set<String> missing = new HashSet<>();
    private @Nullable Set<String> awaited;
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
        rolesDensity = new Density(ROLES, findings);
        dealsDensity = new Density(DEALS, findings);
        people = new People(findings, this::hasBeenHeldBy);
        takenIn = new TakenIn(findings);
    }

    private boolean hasBeenHeldBy(String deal, String person) {
        DealRelay relay = relays.get(deal);
        return relay != null && relay.hasBeenHeldBy(person);
    }

    public void rolesLog(LogEvent event) {
        findings.at(event);
        rolesDensity.apply(event);
        rolesEvents++;
        rolesPosition = event.position();
        boolean deals = event.name().startsWith("deal.");
        requireSource(event, deals ? DEALS : ROLES);
        if (deals) {
            takenIn.add(event);
        }
        if (event.name().startsWith("member.")) {
            people.apply(event);
        } else {
            relay(event.subject()).apply(event);
            times.computeIfAbsent(event.subject(), deal -> new DealTimes(deal, findings))
                    .apply(event);
        }
    }

    private void requireSource(LogEvent event, String source) {
        if (!event.source().equals(source)) {
            String detail = event.type() + " of " + event.source();
            findings.add(new Finding(Fault.FOREIGN, event.subject(), event.position(), detail));
        }
    }

    private DealRelay relay(String deal) {
        return relays.computeIfAbsent(deal, id -> new DealRelay(id, findings, people));
    }

    /// Whether the log of role-assignment-service has come far enough to judge this event of a deal.
    boolean canJudge(LogEvent event) {
        return takenIn.has(event);
    }

    /// An event of deal-service's log is counted when it is read, and judged once that is possible.
    public void countDealsLog(LogEvent event) {
        findings.at(event);
        dealsDensity.apply(event);
        requireSource(event, DEALS);
        dealsEvents++;
    }

    public void judgeDealsLog(LogEvent event) {
        findings.at(event);
        if (takenIn.has(event)) {
            takenIn.compare(event);
        } else if (missing.add(event.subject())) {
            String detail = event.type() + " never reached role-assignment-service";
            findings.add(new Finding(Fault.UNKNOWN_TO_ROLES, event.subject(), event.position(), detail));
        }
    }

    /// Whether the log of role-assignment-service tells of that deal.
    boolean knows(String deal) {
        return relays.containsKey(deal);
    }

    /// How many deals that were not at rest when this was asked first have not been seen at rest
    /// since. What has come meanwhile may be under way.
    int underWay() {
        Set<String> now = undone().stream().map(Undone::deal).collect(Collectors.toSet());
        Set<String> before = awaited;
        if (before == null) {
            awaited = now;
            return now.size();
        }
        before.retainAll(now);
        return before.size();
    }

    private record Undone(String deal, Finding finding) {}

    private List<Undone> undone() {
        Stream<Undone> deals = relays.entrySet().stream()
                .map(deal -> deal.getValue().undone(rolesPosition))
                .filter(Objects::nonNull)
                .map(finding -> new Undone(finding.subject(), finding));
        return Stream.concat(deals, placesLeft()).toList();
    }

    private Stream<Undone> placesLeft() {
        Stream.Builder<Undone> left = Stream.builder();
        people.eachPlace((deal, person) -> {
            DealRelay relay = relays.get(deal);
            if (relay != null && !relay.mayKeepAPlace(person)) {
                String detail = "keeps a place for " + deal + " to the end of the log";
                left.add(new Undone(deal, new Finding(Fault.PLACE_LEFT, person, rolesPosition, detail)));
            }
        });
        return left.build();
    }

    public Verdict verdict() {
        findings.at(null);
        takenIn.finish();
        undone().stream()
                .filter(undone -> awaited == null || awaited.contains(undone.deal()))
                .forEach(undone -> findings.add(undone.finding()));
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
                people.count(),
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
