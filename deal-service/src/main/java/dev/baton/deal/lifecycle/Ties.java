package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a deal hangs together with the customer's other deals.
///
/// @param origin the earlier deal that brought it; absent for new business
/// @param raised the business that it brought in turn, by the new deal's id
public record Ties(@Nullable ReturnBusiness origin, Map<String, ReturnBusinessRaised> raised) {
    public Ties {
        raised = Collections.unmodifiableMap(new LinkedHashMap<>(raised));
    }

    static Ties of(@Nullable ReturnBusiness origin) {
        return new Ties(origin, Map.of());
    }

    Ties raising(ReturnBusinessRaised event) {
        Map<String, ReturnBusinessRaised> more = new LinkedHashMap<>(raised);
        more.put(event.newDeal(), event);
        return new Ties(origin, more);
    }
}
