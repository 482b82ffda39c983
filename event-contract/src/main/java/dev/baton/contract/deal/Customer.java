package dev.baton.contract.deal;

import dev.baton.contract.Require;
import org.jspecify.annotations.Nullable;

/// The customer as the outside system knows it.
///
/// @param language that they are to be spoken to in, for instance `de`; routing asks for somebody who speaks it
public record Customer(String id, String name, @Nullable String language) {
    public Customer {
        Require.text("id", id);
        Require.text("name", name);
        Require.optionalText("language", language);
    }

    public Customer(String id, String name) {
        this(id, name, null);
    }
}
