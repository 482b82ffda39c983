package dev.baton.roles.parking;

import dev.baton.axon.postgres.EventTooLarge;
import dev.baton.roles.directory.RowRefused;
import java.util.List;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A mistake that shows only when the transaction commits is no single event's; but the rows that
/// refuse it know which deal they are about, as does what is too large for the log, and the first
/// of the deal's events in the batch is blamed. Where there are several, each is soon tried by
/// itself, so that the one to blame is named and those before it go through.
@Component
public class WhenACommitFailsThenBlameItsDeal implements ErrorHandler {
    private final ParkingPlace parking;

    WhenACommitFailsThenBlameItsDeal(ParkingPlace parking) {
        this.parking = parking;
    }

    @Override
    public void handleError(ErrorContext context) throws Exception {
        blame(context, context.error());
        PropagatingErrorHandler.instance().handleError(context);
    }

    private void blame(ErrorContext context, @Nullable Throwable failure) {
        if (failure instanceof RowRefused refused) {
            blame(context, refused.about(), refused);
        } else if (failure instanceof EventTooLarge large) {
            blame(context, large.stream().id(), large);
        } else if (failure != null) {
            blame(context, failure.getCause());
        }
    }

    private void blame(ErrorContext context, String deal, Exception failure) {
        List<Long> told = context.failedEvents().stream()
                .filter(event -> deal.equals(Kept.deal(event)))
                .map(Kept::position)
                .toList();
        if (!told.isEmpty()) {
            parking.failed(deal, told.getFirst(), failure, told.size() > 1);
        }
    }
}
