package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What is noted about a deal in whatever stage it is; none of it moves the deal.
public sealed interface ProgressEvent extends DealEvent {

    /// What is to be done next for the deal.
    record NextStepSet(String what, LocalDate due) implements ProgressEvent {
        public NextStepSet {
            Require.text("what", what);
            Require.present("due", due);
        }
    }

    /// What the holder expects; what is absent stays as it was.
    record ForecastRevised(
            @Nullable LocalDate expectedClose,
            @Nullable ForecastCategory category,
            @Nullable Money value) implements ProgressEvent {
        public ForecastRevised {
            Value.notNegative(value);
            if (Stream.of(expectedClose, category, value).allMatch(Objects::isNull)) {
                throw new InvalidValue("category", "is required when neither expectedClose nor value is told");
            }
        }
    }

    /// The holder answers for a forecast to the manager.
    ///
    /// @param number of the submission within the deal, from 1
    /// @param by the holder's member id
    record ForecastSubmitted(int number, LocalDate expectedClose, ForecastCategory category, Money value, String by)
            implements ProgressEvent {
        public ForecastSubmitted {
            Ordinal.fromOne("number", number);
            Require.present("expectedClose", expectedClose);
            Require.present("category", category);
            Value.notNegative(Require.present("value", value));
            Require.text("by", by);
        }
    }

    /// A manager calls a submitted forecast otherwise; what the holder said stays on record beside it.
    ///
    /// @param number of the submission that is adjusted
    /// @param by the manager's member id
    record ForecastAdjusted(
            int number, LocalDate expectedClose, ForecastCategory category, Money value, String reason, String by)
            implements ProgressEvent {
        public ForecastAdjusted {
            Ordinal.fromOne("number", number);
            Require.present("expectedClose", expectedClose);
            Require.present("category", category);
            Value.notNegative(Require.present("value", value));
            Require.text("reason", reason);
            Require.text("by", by);
        }
    }

    /// How sure a deal is to be won in its period.
    enum ForecastCategory {
        PIPELINE,
        BEST_CASE,
        COMMIT,
        OMITTED
    }

    /// @param contact whom on the customer's side
    record InteractionLogged(
            InteractionKind kind, String summary, @Nullable String contact) implements ProgressEvent {
        public InteractionLogged {
            Require.present("kind", kind);
            Require.text("summary", summary);
            Require.optionalText("contact", contact);
        }
    }

    enum InteractionKind {
        CALL,
        EMAIL,
        MEETING,
        MESSAGE,
        OTHER
    }

    /// What was said before was wrong; it stays on record, and from here on this holds. What is absent stays.
    record DealCorrected(
            String reason,
            @Nullable String title,
            @Nullable Customer customer,
            @Nullable String channel,
            @Nullable String territory,
            @Nullable String product,
            @Nullable String need,
            @Nullable Money value)
            implements ProgressEvent {
        public DealCorrected {
            Require.text("reason", reason);
            Require.optionalText("title", title);
            Require.optionalText("channel", channel);
            Require.optionalText("territory", territory);
            Require.optionalText("product", product);
            Require.optionalText("need", need);
            Value.notNegative(value);
            if (Stream.of(title, customer, channel, territory, product, need, value)
                    .allMatch(Objects::isNull)) {
                throw new InvalidValue("reason", "comes with at least one field that is corrected");
            }
        }
    }

    /// A manager lets the deal pass a rule of its pipeline, until it is set back.
    ///
    /// @param rule the code of the refusal that does not hold any more
    /// @param by the manager's member id
    record RuleOverridden(String rule, String reason, String by) implements ProgressEvent {
        public RuleOverridden {
            Require.text("rule", rule);
            Require.text("reason", reason);
            Require.text("by", by);
        }
    }
}
