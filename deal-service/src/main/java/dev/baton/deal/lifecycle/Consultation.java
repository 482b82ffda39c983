package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What people were asked about the deal.
///
/// @param open the advice that is waited for, by its name
public record Consultation(Map<String, AdviceRequested> open) {
    static final Consultation NONE_YET = new Consultation(Map.of());

    public Consultation {
        open = Collections.unmodifiableMap(new TreeMap<>(open));
    }

    Consultation evolve(ConsultationEvent event, Instant at) {
        return switch (event) {
            case AdviceRequested request -> asking(request);
        };
    }

    private Consultation asking(AdviceRequested request) {
        Map<String, AdviceRequested> more = new TreeMap<>(open);
        more.put(request.advice(), request);
        return new Consultation(more);
    }
}
