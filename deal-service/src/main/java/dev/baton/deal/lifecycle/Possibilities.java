package dev.baton.deal.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Which command of people is possible in which state: read once from what each command says of itself.
public final class Possibilities {
    private static final Map<Class<?>, List<Class<? extends DealState>>> STATES = states();

    private Possibilities() {}

    /// The commands that the state knows, as paths name them.
    static List<String> in(DealState state) {
        return STATES.keySet().stream()
                .filter(command -> fits(state, command))
                .map(Possibilities::pathName)
                .toList();
    }

    /// @throws DealRejected `unknown-deal` or `not-in-this-state`
    static void require(DealState state, PersonsCommand command) {
        if (!fits(state, command.getClass())) {
            throw state instanceof Unknown ? Refusals.unknownDeal(command.deal()) : Refusals.notNow(state, command);
        }
    }

    /// For instance `qualify-lead`.
    public static String pathName(Class<?> command) {
        return command.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static boolean fits(DealState state, Class<?> command) {
        return STATES.getOrDefault(command, List.of()).stream().anyMatch(possible -> possible.isInstance(state));
    }

    private static Map<Class<?>, List<Class<? extends DealState>>> states() {
        Map<Class<?>, List<Class<? extends DealState>>> states = new LinkedHashMap<>();
        commands(PersonsCommand.class).forEach(command -> states.put(command, statesOf(command)));
        return states;
    }

    private static List<Class<? extends DealState>> statesOf(Class<?> command) {
        PossibleIn possible = command.getAnnotation(PossibleIn.class);
        if (possible == null) {
            throw new IllegalStateException(command.getName() + " does not say in which states it is possible");
        }
        return List.of(possible.value());
    }

    private static List<Class<?>> commands(Class<?> sealed) {
        List<Class<?>> commands = new ArrayList<>();
        Stream.of(sealed.getPermittedSubclasses())
                .forEach(sub -> commands.addAll(sub.isSealed() ? commands(sub) : List.of(sub)));
        return commands;
    }
}
