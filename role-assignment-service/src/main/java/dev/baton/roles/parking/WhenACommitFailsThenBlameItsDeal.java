package dev.baton.roles.parking;

import dev.baton.roles.directory.RowRefused;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A mistake that shows only when the transaction commits is no single event's; but the rows that refuse it know which
/// deal they are about, and the first of its events in the batch is blamed.
@Component
public class WhenACommitFailsThenBlameItsDeal implements ErrorHandler {
    private final ParkingPlace parking;

    WhenACommitFailsThenBlameItsDeal(ParkingPlace parking) {
        this.parking = parking;
    }

    @Override
    public void handleError(ErrorContext context) throws Exception {
        RowRefused refused = refused(context.error());
        if (refused != null) {
            context.failedEvents().stream()
                    .filter(event -> refused.about().equals(Kept.deal(event)))
                    .findFirst()
                    .ifPresent(event -> parking.failed(refused.about(), Kept.position(event), refused));
        }
        PropagatingErrorHandler.instance().handleError(context);
    }

    private static @Nullable RowRefused refused(@Nullable Throwable failure) {
        if (failure == null || failure instanceof RowRefused) {
            return (RowRefused) failure;
        }
        return refused(failure.getCause());
    }
}
