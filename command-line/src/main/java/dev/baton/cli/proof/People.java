package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/// The people of all roles, as far as the log has come.
final class People {
    private static final String MANAGER = "sales-manager/";

    private final Findings findings;
    private final Map<String, Places> places = new HashMap<>();
    private final Set<String> managers = new HashSet<>();
    private final BiPredicate<String, String> given;

    /// @param given whether that deal has been held by that person in a role
    People(Findings findings, BiPredicate<String, String> given) {
        this.findings = findings;
        this.given = given;
    }

    void apply(LogEvent event) {
        if (event.name().equals("member.member-joined") && event.subject().startsWith(MANAGER)) {
            managers.add(event.text("member"));
        }
        places.computeIfAbsent(
                        event.subject(), person -> new Places(person, findings, deal -> mayOverride(deal, person)))
                .apply(event);
    }

    /// A steward, whom a manager chose, and whoever held the deal before or named themselves.
    private boolean mayOverride(String deal, String person) {
        return person.startsWith(MANAGER) || given.test(deal, person);
    }

    boolean manages(String member) {
        return managers.contains(member);
    }

    boolean knows(Holding holder) {
        return places.containsKey(DealFile.stream(holder));
    }

    boolean hasPlace(Holding holder, String deal) {
        Places person = places.get(DealFile.stream(holder));
        return person != null && person.has(deal);
    }

    /// Whether the person has one for it, or had one that got lost: a transfer is never undone, and
    /// the place taken once more.
    boolean tookPlace(Holding holder, String deal) {
        Places person = places.get(DealFile.stream(holder));
        return person != null && (person.has(deal) || person.hasGivenBack(deal));
    }

    /// Each place, with the deal that it is for and the person who has it.
    void eachPlace(BiConsumer<String, String> reader) {
        places.forEach((person, of) -> of.deals().forEach(deal -> reader.accept(deal, person)));
    }

    int count() {
        return places.size();
    }
}
