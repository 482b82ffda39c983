package dev.baton.deal.lifecycle;

import dev.baton.contract.Role;
import java.util.function.Function;

/// A command as the tests try it on every state, and who sends it.
///
/// @param label what tells it from another sample of the same command
record Sample(String label, DealCommand command, Function<DealState, Actor> by) {

    /// By whoever holds the deal, in the role of the holding.
    static Sample byHolder(DealCommand command) {
        return byHolder(command.commandName(), command);
    }

    static Sample byHolder(String label, DealCommand command) {
        return new Sample(label, command, Sample::holder);
    }

    static Sample by(Actor actor, DealCommand command) {
        return by(actor, command.commandName(), command);
    }

    static Sample by(Actor actor, String label, DealCommand command) {
        return new Sample(label, command, state -> actor);
    }

    /// A new lead is found by a representative.
    private static Actor holder(DealState state) {
        return switch (state) {
            case Unknown _ -> Actor.person("rita", Role.SALES_REPRESENTATIVE);
            case DealState.Known known ->
                Actor.person(
                        known.dossier().holder().member(),
                        known.dossier().holder().role());
        };
    }
}
