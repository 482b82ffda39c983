package dev.baton.roles.whatif;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one piece of news really brought about, in order. It says what was known when it was
/// decided; what was decided it is only compared with.
record RecordedStep(List<LoggedFact> facts) {
    static final RecordedStep NOTHING = new RecordedStep(List.of());

    RecordedStep {
        facts = List.copyOf(facts);
    }

    List<AssignmentDecided> decisions() {
        return facts.stream()
                .filter(fact -> fact.event() instanceof AssignmentDecided)
                .map(fact -> (AssignmentDecided) fact.event())
                .toList();
    }

    /// Up to which position the people of a role were known.
    @Nullable
    Long peopleAsOf(Role role) {
        return decisions().stream()
                .filter(decision -> decision.role() == role && decision.peopleAsOf() != null)
                .map(AssignmentDecided::peopleAsOf)
                .findFirst()
                .orElse(null);
    }

    /// The first decision about who takes a leg of that role.
    @Nullable
    AssignmentDecided decision(Role role) {
        return decisions().stream()
                .filter(decision -> decision.role() == role)
                .findFirst()
                .orElse(null);
    }

    /// Whether the same person was asked the same: an offer that a setting answered asked nobody.
    boolean asked(OfferMade made) {
        return facts.stream()
                .anyMatch(fact -> fact.event() instanceof OfferMade real
                        && real.due() != null
                        && real.offer().equals(made.offer())
                        && real.to().equals(made.to()));
    }

    /// When it was done, by Baton's clock.
    Instant recorded(Instant otherwise) {
        return facts.isEmpty() ? otherwise : facts.getFirst().recorded();
    }
}
