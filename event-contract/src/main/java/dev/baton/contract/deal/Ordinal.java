package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;

/// The number of a thing among its like within one deal.
final class Ordinal {
    private Ordinal() {}

    static void fromOne(String field, int number) {
        if (number < 1) {
            throw new InvalidValue(field, "must be at least 1, was " + number);
        }
    }
}
