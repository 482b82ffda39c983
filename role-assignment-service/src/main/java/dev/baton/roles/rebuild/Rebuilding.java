package dev.baton.roles.rebuild;

import dev.baton.roles.handoff.HandOff;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives a saga that is damaged the memory that the log says it should have. Only while its deal is parked: then nobody
/// else touches it.
@Component
public class Rebuilding {
    private final HandOffVerification verification;
    private final StoredHandOffs stored;

    Rebuilding(HandOffVerification verification, StoredHandOffs stored) {
        this.verification = verification;
        this.stored = stored;
    }

    /// @param position of the event at which its relay rests
    /// @return empty when the log knows of no such hand-off at that event
    @Transactional
    public Optional<HandOff> rebuild(String deal, long position) {
        Optional<HandOff> due = verification.before(deal, position);
        due.ifPresent(handOff -> stored.replace(deal, handOff));
        return due;
    }
}
