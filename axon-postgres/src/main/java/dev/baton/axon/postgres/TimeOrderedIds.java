package dev.baton.axon.postgres;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Random;
import org.axonframework.common.IdentifierFactory;

/// Identifiers that grow with time, so that the newest lie side by side in an index. They identify and guard nothing:
/// random numbers that are hard to guess would only cost time.
public final class TimeOrderedIds extends IdentifierFactory {
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator(new Random());

    @Override
    public String generateIdentifier() {
        return ids.generate().toString();
    }
}
