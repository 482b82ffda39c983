package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An open deal rests for a while: its clocks stop, its holder stays.
public sealed interface HoldEvent extends DealEvent {

    /// @param stage where it rests, and goes on
    /// @param reviewDate the day on which it goes on by itself
    record DealPutOnHold(Stage stage, LocalDate reviewDate, String reason) implements HoldEvent {
        public DealPutOnHold {
            Require.present("stage", stage);
            Require.present("reviewDate", reviewDate);
            Require.text("reason", reason);
        }
    }

    /// @param stage where it goes on
    /// @param by the member who said so; absent unless the cause is [ResumeCause#PERSON]
    record DealResumed(
            Stage stage, ResumeCause cause, @Nullable String by) implements HoldEvent {
        public DealResumed {
            Require.present("stage", stage);
            Require.present("cause", cause);
            Require.optionalText("by", by);
        }
    }

    enum ResumeCause {
        /// Somebody said so.
        PERSON,
        /// The review date has come.
        REVIEW_DUE,
        /// Another system reported a milestone: the deal has moved on.
        MOVED_ON
    }
}
