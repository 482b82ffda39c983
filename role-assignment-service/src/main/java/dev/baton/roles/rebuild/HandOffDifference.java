package dev.baton.roles.rebuild;

import dev.baton.axon.kafka.verify.Fault;
import dev.baton.roles.handoff.HandOff;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In what a saga and the log say different things.
record HandOffDifference(Fault fault, String detail) {

    /// @param stored what the saga remembers, or why that cannot be told
    static Optional<HandOffDifference> between(Object stored, @Nullable HandOff byTheLog) {
        if (byTheLog == null) {
            return Optional.of(new HandOffDifference(Fault.EXTRA, "the log knows of no such hand-off"));
        }
        if (!(stored instanceof HandOff remembered)) {
            return Optional.of(new HandOffDifference(Fault.ALTERED, String.valueOf(stored)));
        }
        List<String> differences = differences(remembered.plain(), byTheLog.plain());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new HandOffDifference(Fault.ALTERED, String.join("; ", differences)));
    }

    private static List<String> differences(HandOff stored, HandOff byTheLog) {
        List<String> differences = new ArrayList<>();
        for (RecordComponent part : HandOff.class.getRecordComponents()) {
            Object kept = value(part, stored);
            Object due = value(part, byTheLog);
            if (!Objects.equals(kept, due)) {
                differences.add(part.getName() + " is " + kept + ", by the log " + due);
            }
        }
        return differences;
    }

    private static @Nullable Object value(RecordComponent part, HandOff of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
