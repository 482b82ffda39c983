package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What support does for a customer after the sale.
public sealed interface ServiceEvent extends DealEvent {

    /// @param plan what will be done to bring the customer into use
    /// @param due the day by which it should be done
    record OnboardingStarted(
            @Nullable String plan, @Nullable LocalDate due) implements ServiceEvent {
        public OnboardingStarted {
            Require.optionalText("plan", plan);
        }
    }

    record OnboardingCompleted(@Nullable String outcome) implements ServiceEvent {
        public OnboardingCompleted {
            Require.optionalText("outcome", outcome);
        }
    }

    /// Something was promised to the customer, by a time.
    ///
    /// @param commitment its name, unique within the deal
    /// @param workingMinutes how much business time there is, from when Baton stored the promise
    /// @param due when that time is over
    /// @param calendar whose working time was counted, and in which version
    record CommitmentMade(String commitment, String what, int workingMinutes, Instant due, CalendarVersion calendar)
            implements ServiceEvent {
        public CommitmentMade {
            Require.text("commitment", commitment);
            Require.text("what", what);
            atLeast("workingMinutes", workingMinutes, 1);
            Require.present("due", due);
            Require.present("calendar", calendar);
        }
    }

    record CommitmentFulfilled(String commitment, @Nullable String evidence) implements ServiceEvent {
        public CommitmentFulfilled {
            Require.text("commitment", commitment);
            Require.optionalText("evidence", evidence);
        }
    }

    /// Its time is over and it has not been fulfilled; it may still be, late.
    ///
    /// @param escalatedTo the manager who has to see to it; absent when it is fulfilled or over already,
    ///     when nobody is left but the holder, and in what was told before anybody was
    record CommitmentBreached(
            String commitment, Instant due, @Nullable String escalatedTo) implements ServiceEvent {
        public CommitmentBreached {
            Require.text("commitment", commitment);
            Require.present("due", due);
            Require.optionalText("escalatedTo", escalatedTo);
        }

        /// Nobody has to see to it.
        public CommitmentBreached(String commitment, Instant due) {
            this(commitment, due, null);
        }
    }

    /// The customer has a problem.
    ///
    /// @param ticket its name, unique within the deal
    record CaseOpened(String ticket, String subject, Priority priority) implements ServiceEvent {
        public CaseOpened {
            Require.text("ticket", ticket);
            Require.text("subject", subject);
            Require.present("priority", priority);
        }
    }

    record CaseResolved(String ticket, String resolution) implements ServiceEvent {
        public CaseResolved {
            Require.text("ticket", ticket);
            Require.text("resolution", resolution);
        }
    }

    /// The customer answered how satisfied they are.
    ///
    /// @param score from [#LOWEST], very dissatisfied, to [#HIGHEST], very satisfied (the usual five steps of a
    ///     customer satisfaction score)
    record SatisfactionRecorded(int score, @Nullable String comment) implements ServiceEvent {
        public static final int LOWEST = 1;
        public static final int HIGHEST = 5;

        public SatisfactionRecorded {
            if (score < LOWEST || score > HIGHEST) {
                throw new InvalidValue("score", "must be from " + LOWEST + " to " + HIGHEST + ", was " + score);
            }
            Require.optionalText("comment", comment);
        }
    }

    /// The day on which the contract is to be renewed; a later one replaces it.
    record RenewalScheduled(LocalDate on) implements ServiceEvent {
        public RenewalScheduled {
            Require.present("on", on);
        }
    }

    /// The deal's service is over, and nobody carries the deal any more.
    record ServiceEnded(ServiceOutcome outcome, String reason) implements ServiceEvent {
        public ServiceEnded {
            Require.present("outcome", outcome);
            Require.text("reason", reason);
        }
    }

    /// The customer comes back: a new deal begins, in the same commit.
    ///
    /// @param request names this among the deal's requests of its kind
    /// @param newDeal the new deal's id
    /// @param by the support representative who is credited with the source
    record ReturnBusinessRaised(ReturnBusiness.Kind kind, String request, String newDeal, String by)
            implements ServiceEvent {
        public ReturnBusinessRaised {
            Require.present("kind", kind);
            Require.text("request", request);
            Require.text("newDeal", newDeal);
            Require.text("by", by);
        }
    }

    enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    enum ServiceOutcome {
        /// The customer left.
        CHURNED,
        /// The contract ran out.
        EXPIRED,
        /// A new deal goes on where this one ends.
        RENEWED
    }

    /// @param team whose calendar it is
    /// @param version 0 is the usual working time of a team that has no calendar of its own
    record CalendarVersion(String team, int version) {
        public CalendarVersion {
            Require.text("team", team);
            Require.notNegative("version", version);
        }
    }

    private static void atLeast(String field, int value, int least) {
        if (value < least) {
            throw new InvalidValue(field, "must be at least " + least + ", was " + value);
        }
    }
}
