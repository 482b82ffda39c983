package dev.baton.roles.incentive;

import java.util.Comparator;
import org.joda.money.Money;

/// What a person is credited with for a close.
///
/// @param value of the close, in the plan's currency
/// @param share of it that is theirs; less than nothing for a reversal
record Credit(String deal, CountedClose close, Money value, Money share) {
    static final Comparator<Credit> IN_ORDER = Comparator.comparing(Credit::close, CountedClose.IN_ORDER);
}
