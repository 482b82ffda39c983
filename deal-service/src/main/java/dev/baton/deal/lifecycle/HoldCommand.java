package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import java.time.LocalDate;

/// An open deal rests for a while.
public sealed interface HoldCommand extends PersonsCommand {

    @PossibleIn(DealState.Open.class)
    record PutOnHold(String deal, LocalDate reviewDate, String reason) implements HoldCommand {
        public PutOnHold {
            Require.present("reviewDate", reviewDate);
            Require.text("reason", reason);
        }
    }

    @PossibleIn(OnHold.class)
    record Resume(String deal) implements HoldCommand {}
}
