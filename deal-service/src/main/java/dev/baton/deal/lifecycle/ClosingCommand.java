package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a deal's way through sales ends, goes over to support, and is taken up again.
public sealed interface ClosingCommand extends PersonsCommand {

    @PossibleIn({DealState.Open.class, OnHold.class})
    record CloseDeal(String deal, Close close) implements ClosingCommand {}

    @PossibleIn({DealState.Open.class, OnHold.class})
    record MergeInto(String deal, String survivor, @Nullable String reason) implements ClosingCommand {
        public MergeInto {
            Require.text("survivor", survivor);
            Require.optionalText("reason", reason);
        }
    }

    @PossibleIn(Won.class)
    record PrepareHandover(String deal, HandoverPackage handoverPackage) implements ClosingCommand {
        public PrepareHandover {
            Require.present("package", handoverPackage);
        }
    }

    /// @param offer which support declined in saying so; absent when they say it to the deal
    @PossibleIn(Won.class)
    record RejectHandover(
            String deal, List<String> missing, @Nullable String offer) implements ClosingCommand {
        public RejectHandover {
            missing = new HandoverRejected(missing, "support", offer).missing();
        }

        public RejectHandover(String deal, List<String> missing) {
            this(deal, missing, null);
        }
    }

    /// A manager asks for it; it takes effect when a second one approves.
    @PossibleIn(DealState.Sold.class)
    record ReverseClose(String deal, Reversal kind, String reason) implements ClosingCommand {
        public ReverseClose {
            Require.present("kind", kind);
            Require.text("reason", reason);
        }
    }

    @PossibleIn(DealState.Sold.class)
    record ApproveReversal(String deal) implements ClosingCommand {}

    @PossibleIn(DealState.Reopenable.class)
    record Reopen(String deal, String reason) implements ClosingCommand {
        public Reopen {
            Require.text("reason", reason);
        }
    }
}
