package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.member.SlotEvent;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.whatif.WaitingLine.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one of the two worlds comes to: kept in the same way for the recorded one and for the other.
final class Ledger {
    private final Period period;
    private final Map<String, DealLegs> deals = new LinkedHashMap<>();
    private final Map<Holder, LoadMeter> loads = new HashMap<>();
    private final WaitingLine waiting = new WaitingLine();
    private final AccountOwners owners = new AccountOwners();

    Ledger(Period period) {
        this.period = period;
    }

    void found(String deal, LeadFound lead) {
        waiting.found(deal, lead);
    }

    void told(String deal, ResponsibilityEvent event, Instant at, Instant recorded) {
        waiting.on(deal, event, at);
        if (event instanceof AccountabilityFact fact) {
            owners.on(waiting.lead(deal).customer(), fact, at);
        }
        deals.computeIfAbsent(deal, key -> new DealLegs()).on(event, at, recorded);
    }

    /// @param load the person's, after it
    void placed(Holder who, SlotEvent event, int load, Instant at) {
        loads.computeIfAbsent(who, key -> new LoadMeter(period)).change(load, at);
    }

    WaitingLine waiting() {
        return waiting;
    }

    AccountOwners owners() {
        return owners;
    }

    Iterable<String> deals() {
        return deals.keySet();
    }

    /// Those legs of a deal whose search began in the period.
    List<LegOutcome> legs(String deal) {
        DealLegs legs = deals.get(deal);
        return legs == null
                ? List.of()
                : legs.all().stream()
                        .filter(leg -> period.contains(leg.since()))
                        .toList();
    }

    List<LegOutcome> legs() {
        List<LegOutcome> all = new ArrayList<>();
        deals.keySet().forEach(deal -> all.addAll(legs(deal)));
        return all;
    }

    Map<Holder, LoadMeter> loads() {
        return loads;
    }

    /// Who waits now, of those whose waiting began in the period.
    List<Place> stillWaiting() {
        return waiting.all().stream()
                .filter(place -> period.contains(place.since()))
                .toList();
    }
}
