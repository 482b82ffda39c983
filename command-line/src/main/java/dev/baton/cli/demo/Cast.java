package dev.baton.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// Everybody in the demo: the data set's agents and managers, and the invented ones.
final class Cast {
    private static final int AGENT_CAPACITY = 250;
    private static final int MANAGER_CAPACITY = 10_000;

    private Cast() {}

    static List<Person> of(Dataset dataset) {
        List<Person> cast = new ArrayList<>();
        dataset.agents().values().stream()
                .map(Agent::manager)
                .distinct()
                .sorted()
                .map(name -> Person.of(name, Person.SALES_MANAGER, MANAGER_CAPACITY, List.of()))
                .forEach(cast::add);
        dataset.agents().values().stream()
                .map(agent ->
                        Person.of(agent.name(), Person.ACCOUNT_EXECUTIVE, AGENT_CAPACITY, List.of(agent.office())))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(cast::add);
        cast.addAll(InventedPeople.all());
        return cast;
    }
}
