package dev.baton.contract.deal;

import dev.baton.contract.Require;

/// The customer as the outside system knows it.
public record Customer(String id, String name) {
    public Customer {
        Require.text("id", id);
        Require.text("name", name);
    }
}
