package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.Stage;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The working time that a version of a pipeline sets for whoever holds its deals; what is absent has no limit.
///
/// @param firstResponse until a representative has spoken with a lead, from when they have it
/// @param stageLimits until a deal has left its stage, from when it entered
/// @param firstContact until somebody has spoken with the customer, from the close
public record SlaRules(
        @Nullable Duration firstResponse,
        Map<Stage, Duration> stageLimits,
        @Nullable Duration firstContact) {
    public static final SlaRules NONE = new SlaRules(null, Map.of(), null);

    public SlaRules {
        stageLimits = Map.copyOf(stageLimits);
    }

    @Nullable
    Duration limit(Sla sla, @Nullable Stage stage) {
        return switch (sla) {
            case FIRST_RESPONSE -> firstResponse;
            case STAGE_LIMIT -> stage == null ? null : stageLimits.get(stage);
            case FIRST_CONTACT -> firstContact;
        };
    }
}
