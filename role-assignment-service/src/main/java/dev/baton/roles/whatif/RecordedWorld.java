package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.SlotEvent;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityState;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import java.util.HashMap;
import java.util.Map;

/// The people and the deals as they were, folded from the facts alone.
final class RecordedWorld {
    private final People people = new People();
    private final Map<String, ResponsibilityState> deals = new HashMap<>();
    private final Ledger ledger;

    RecordedWorld(Ledger ledger) {
        this.ledger = ledger;
    }

    void on(LoggedFact fact) {
        switch (fact.event()) {
            case EmploymentEvent event -> people.employed(person(fact), fact.position(), event, fact.happened());
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

    private void placed(Holder who, SlotEvent event, LoggedFact fact) {
        people.placed(who, event, fact.happened());
        ledger.placed(who, event, people.load(who), fact.happened());
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
