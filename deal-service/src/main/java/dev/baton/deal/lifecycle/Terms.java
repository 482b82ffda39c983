package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.TermsEvent;
import dev.baton.contract.deal.TermsEvent.NeedRecorded;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What client and company have laid down so far.
///
/// @param needs of the customer, by their names
public record Terms(Map<String, String> needs) {
    static final Terms NONE_YET = new Terms(Map.of());

    public Terms {
        needs = Collections.unmodifiableMap(new TreeMap<>(needs));
    }

    Terms evolve(TermsEvent event, Instant at) {
        return switch (event) {
            case NeedRecorded recorded -> needing(recorded);
        };
    }

    /// The deal is set back: what was agreed and approved is void, what the customer needs is not.
    Terms reopened() {
        return new Terms(needs);
    }

    private Terms needing(NeedRecorded recorded) {
        Map<String, String> more = new TreeMap<>(needs);
        more.put(recorded.need(), recorded.description());
        return new Terms(more);
    }
}
