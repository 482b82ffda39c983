package dev.baton.roles.whatif;

import java.util.function.Consumer;

/// The log up to one position, the same facts each time it is read.
@FunctionalInterface
interface History {
    void read(Consumer<LoggedFact> reader);
}
