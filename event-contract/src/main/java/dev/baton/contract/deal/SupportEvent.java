package dev.baton.contract.deal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.contract.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hand-over to support.
public sealed interface SupportEvent extends DealEvent {

    /// What support needs to know has been put together.
    record HandoverPrepared(@JsonProperty("package") HandoverPackage handoverPackage) implements SupportEvent {
        public HandoverPrepared {
            Require.present("package", handoverPackage);
        }
    }

    /// An outside system asked for the hand-over; it waits until support has taken responsibility.
    record HandoverRequested(
            @JsonProperty("package") @Nullable HandoverPackage handoverPackage) implements SupportEvent {}

    /// Support does not take the deal yet; its holder keeps it.
    ///
    /// @param missing what support lacks
    /// @param by the support representative's member id
    /// @param offer which they declined in saying so; absent when they said it to the deal
    record HandoverRejected(
            List<String> missing, String by, @Nullable String offer) implements SupportEvent {
        public HandoverRejected {
            missing = List.copyOf(Require.notEmpty("missing", Require.present("missing", missing)));
            missing.forEach(item -> Require.text("missing", item));
            Require.text("by", by);
            Require.optionalText("offer", offer);
        }

        /// Said to the deal.
        public HandoverRejected(List<String> missing, String by) {
            this(missing, by, null);
        }
    }

    /// Support has taken responsibility; the deal is in its hands.
    ///
    /// @param member the support representative who holds the deal now
    record HandedToSupport(
            String member,
            @JsonProperty("package") @Nullable HandoverPackage handoverPackage) implements SupportEvent {
        public HandedToSupport {
            Require.text("member", member);
        }
    }
}
