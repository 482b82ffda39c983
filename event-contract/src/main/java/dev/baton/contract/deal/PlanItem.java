package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of a sales plan.
///
/// @param action what is done
/// @param answers ids of the recorded needs and constraints that it answers, at least one
/// @param owner who does it, on either side
/// @param due by when
public record PlanItem(
        String action,
        List<String> answers,
        @Nullable String owner,
        @Nullable LocalDate due) {
    public PlanItem {
        Require.text("action", action);
        answers = List.copyOf(Require.notEmpty("answers", Require.present("answers", answers)));
        Require.optionalText("owner", owner);
    }
}
