package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import org.jspecify.annotations.Nullable;

/// What a pipeline wants after the sale.
///
/// @param calendar the team in whose working time promises are counted; [#USUAL_TEAM] when absent
public record ServiceRules(@Nullable String calendar) {
    public static final String USUAL_TEAM = "default";
    public static final ServiceRules USUAL = new ServiceRules(null);

    public ServiceRules {
        Require.optionalText("service.calendar", calendar);
    }

    String team() {
        return calendar == null ? USUAL_TEAM : calendar;
    }
}
