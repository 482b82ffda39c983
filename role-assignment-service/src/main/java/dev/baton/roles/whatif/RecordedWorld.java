package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.SlotEvent;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityState;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import dev.baton.roles.whatif.Meanwhile.Change;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The people and the deals as they were, folded from the facts alone.
final class RecordedWorld {
    private final People people = new People();
    private final Map<String, ResponsibilityState> deals = new HashMap<>();
    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private final Ledger ledger;

    RecordedWorld(Ledger ledger) {
        this.ledger = ledger;
    }

    void on(LoggedFact fact) {
        switch (fact.event()) {
            case EmploymentEvent event -> employed(person(fact), event, fact);
            case SlotEvent event -> placed(person(fact), event, fact);
            case ResponsibilityEvent event -> told(fact.stream().id(), event, fact);
            default -> {
                // the deals' own facts are the same in both worlds
            }
        }
    }

    static Holder person(LoggedFact fact) {
        return new Holder(Role.ofStreamKind(fact.stream().kind()), fact.stream().id());
    }

    private void employed(Holder who, EmploymentEvent event, LoggedFact fact) {
        people.employed(who, fact.position(), event, fact.happened());
        changes.put(fact.position(), new Change(who, 0, false, fact.recorded()));
    }

    private void placed(Holder who, SlotEvent event, LoggedFact fact) {
        int before = people.load(who);
        people.placed(who, event, fact.happened());
        ledger.placed(who, event, people.load(who), fact.happened());
        boolean given = event instanceof SlotReserved reserved && !reserved.override();
        changes.put(fact.position(), new Change(who, people.load(who) - before, given, fact.recorded()));
    }

    /// What happened to people before the step was committed, and it may not have known.
    ///
    /// @param news the position of what the step follows from
    Meanwhile meanwhile(long news, RecordedStep step) {
        LoggedFact first = step.facts().getFirst();
        Long asOf = step.peopleAsOf();
        return new Meanwhile(
                news,
                between(news, first.position()),
                asOf == null ? List.of() : between(asOf, first.position()),
                first.recorded());
    }

    private Collection<Change> between(long after, long before) {
        return changes.subMap(Math.min(after, before), false, before, false).values();
    }

    private void told(String deal, ResponsibilityEvent event, LoggedFact fact) {
        deals.put(deal, deals.getOrDefault(deal, new NotOpened()).evolve(event));
        ledger.told(deal, event, fact.happened(), fact.recorded());
    }

    boolean isHeldBy(String deal, Holder holder) {
        return deals.get(deal) instanceof Held held && held.holder().equals(holder);
    }

    People people() {
        return people;
    }
}
