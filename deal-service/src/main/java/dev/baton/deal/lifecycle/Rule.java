package dev.baton.deal.lifecycle;

import dev.baton.contract.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The rules of a pipeline that a manager may override, named by the code of their refusal.
public enum Rule {
    CRITERIA_UNANSWERED,
    PREDECESSOR_MISSING,
    HOLD_TOO_LONG,
    RETURN_TOO_LATE,
    HANDOVER_INCOMPLETE,
    OFFER_MISSING,
    OFFER_EXPIRED,
    VALUE_DIFFERS_FROM_OFFER,
    PLAN_NOT_AGREED,
    PLAN_OF_ANOTHER_OFFER;

    /// For instance `criteria-unanswered`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Rule::code).toList();
    }

    /// @throws InvalidValue when no such rule can be overridden
    public static Rule ofCode(String code) {
        return Arrays.stream(values())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("rule", "must be one of " + codes()));
    }
}
