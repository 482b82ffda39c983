package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// One person in one role: what they can carry, and what they took.
final class Places {
    private final String person;
    private final Findings findings;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> givenBack = new HashSet<>();
    private final Predicate<String> given;
    private int capacity;
    private boolean here;

    /// @param given whether the person may have a place for that deal whatever their load
    Places(String person, Findings findings, Predicate<String> given) {
        this.person = person;
        this.given = given;
        this.findings = findings;
    }

    void apply(LogEvent event) {
        switch (event.name()) {
            case "member.member-joined" -> join(event);
            case "member.capacity-changed" -> capacity = event.number("capacity");
            case "member.availability-changed" ->
                here = event.text("availability").equals("AVAILABLE");
            case "member.member-departed" -> here = false;
            case "member.slot-reserved" -> take(event);
            case "member.slot-confirmed" -> requirePlace(event, "uses");
            case "member.slot-weighed" -> {
                requirePlace(event, "weighs");
                taken.replace(event.text("deal"), event.number("weight"));
            }
            case "member.slot-released" -> {
                requirePlace(event, "gives back");
                taken.remove(event.text("deal"));
                givenBack.add(event.text("deal"));
            }
            default -> {
                // a profile changes no load
            }
        }
    }

    private void requirePlace(LogEvent event, String what) {
        if (!has(event.text("deal"))) {
            found(Fault.NO_SUCH_PLACE, event, what + " a place for " + event.text("deal") + " that was not taken");
        }
    }

    /// Whether they had one for it that they have no more.
    boolean hasGivenBack(String deal) {
        return givenBack.contains(deal);
    }

    boolean has(String deal) {
        return taken.containsKey(deal);
    }

    Set<String> deals() {
        return Set.copyOf(taken.keySet());
    }

    private void join(LogEvent event) {
        capacity = event.number("capacity");
        here = true;
    }

    private void take(LogEvent event) {
        String deal = event.text("deal");
        int weight = event.number("weight");
        boolean override = event.data().path("override").asBoolean(false);
        if (taken.containsKey(deal)) {
            found(Fault.SECOND_PLACE, event, "already has a place for " + deal);
        }
        if (!here && !override) {
            found(Fault.PLACE_WHILE_AWAY, event, "takes " + deal + " while absent or departed");
        }
        if (!override && load() + weight > capacity) {
            found(Fault.CAPACITY_EXCEEDED, event, "%s lifts %d above %d".formatted(deal, load() + weight, capacity));
        }
        if (override && !given.test(deal)) {
            found(Fault.UNFOUNDED_OVERRIDE, event, "takes " + deal + " whatever the load, and was not given it");
        }
        taken.put(deal, weight);
        findings.placed(override);
    }

    private int load() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void found(Fault fault, LogEvent event, String detail) {
        findings.add(new Finding(fault, person, event.position(), detail));
    }
}
