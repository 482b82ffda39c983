package dev.baton.contract.deal;

import dev.baton.contract.Holder;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// How a deal ends its way through sales, and how it is taken up again.
public sealed interface ClosingEvent extends DealEvent {

    /// @param value the agreed value; a WON without one keeps the last known
    /// @param reason required when LOST; [#NOT_RECORDED] says that nobody wrote it down
    /// @param rate what the value's currency was worth at the close; set by Baton, absent while it knows no rate
    record Closed(
            Outcome outcome,
            @Nullable Money value,
            @Nullable String reason,
            @Nullable String competitor,
            @Nullable ExchangeRate rate)
            implements ClosingEvent {
        public static final String NOT_RECORDED = "NOT_RECORDED";

        public Closed {
            Require.present("outcome", outcome);
            Value.notNegative(value);
            Require.optionalText("reason", reason);
            Require.optionalText("competitor", competitor);
            if (outcome == Outcome.LOST && reason == null) {
                throw new InvalidValue("reason", "is required when the outcome is LOST (" + NOT_RECORDED + " is one)");
            }
        }

        public Closed(Outcome outcome, @Nullable Money value, @Nullable String reason, @Nullable String competitor) {
            this(outcome, value, reason, competitor, null);
        }

        public Closed at(@Nullable ExchangeRate known) {
            return new Closed(outcome, value, reason, competitor, known);
        }
    }

    enum Outcome {
        WON,
        LOST
    }

    /// A manager asks that a win be reversed; nothing changes until a second one approves.
    ///
    /// @param by the manager's member id
    record ReversalRequested(Reversal kind, String reason, String by) implements ClosingEvent {
        public ReversalRequested {
            Require.present("kind", kind);
            Require.text("reason", reason);
            Require.text("by", by);
        }
    }

    /// The win does not count any more.
    ///
    /// @param requestedBy member id of the manager who asked for it
    /// @param approvedBy member id of the second manager
    /// @param closedBy who held the deal when it was won
    record CloseReversed(Reversal kind, String reason, String requestedBy, String approvedBy, Holder closedBy)
            implements ClosingEvent {
        public CloseReversed {
            Require.present("kind", kind);
            Require.text("reason", reason);
            Require.text("requestedBy", requestedBy);
            Require.text("approvedBy", approvedBy);
            Require.present("closedBy", closedBy);
        }
    }

    enum Reversal {
        /// It never was a win: the deal is in negotiation again, in the same attempt.
        BOOKED_IN_ERROR,
        /// The client withdrew: the deal is lost.
        CLIENT_CANCELLED
    }

    /// The deal is on its way once more.
    ///
    /// @param attempt the number of this way, from 2
    /// @param stage where it goes on: the last open one, but never beyond NEGOTIATING
    /// @param by who reopened it, and in which role
    /// @param earlier who held it last
    record DealReopened(int attempt, Stage stage, String reason, Holder by, Holder earlier) implements ClosingEvent {
        public DealReopened {
            if (attempt < 2) {
                throw new InvalidValue("attempt", "must be 2 or more, was " + attempt);
            }
            Require.present("stage", stage);
            Require.text("reason", reason);
            Require.present("by", by);
            Require.present("earlier", earlier);
        }
    }

    /// The deal goes on as part of another one, whose holder stays.
    ///
    /// @param survivor the other deal's id
    record DealMerged(String survivor, @Nullable String reason) implements ClosingEvent {
        public DealMerged {
            Require.text("survivor", survivor);
            Require.optionalText("reason", reason);
        }
    }
}
