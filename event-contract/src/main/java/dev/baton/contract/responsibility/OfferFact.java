package dev.baton.contract.responsibility;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The standing offer: at most one per deal, answered before anything is transferred.
public sealed interface OfferFact extends ResponsibilityEvent {
    String offer();

    /// @param epoch the epoch that the holding will have
    /// @param due when it expires, counted in business time from its recording; absent when nobody is asked
    record OfferMade(
            String offer, Holder to, int epoch, @Nullable Instant due) implements OfferFact {
        public OfferMade {
            Require.text("offer", offer);
            Require.present("to", to);
            Require.notNegative("epoch", epoch);
        }

        /// One that a setting answers at once.
        public OfferMade(String offer, Holder to, int epoch) {
            this(offer, to, epoch, null);
        }
    }

    /// @param acceptance PERSON or POLICY
    record OfferAccepted(String offer, Holder by, Acceptance acceptance) implements OfferFact {
        public OfferAccepted {
            Require.text("offer", offer);
            Require.present("by", by);
            Require.present("acceptance", acceptance);
        }
    }

    /// @param ground what follows from it, where it is more than that the next one is asked
    record OfferDeclined(
            String offer,
            Holder by,
            @Nullable String reason,
            @Nullable Ground ground) implements OfferFact {
        public OfferDeclined {
            Require.text("offer", offer);
            Require.present("by", by);
        }

        public OfferDeclined(String offer, Holder by, @Nullable String reason) {
            this(offer, by, reason, null);
        }

        /// The reason as other facts can repeat it: some on record say nothing, or more than a
        /// text can hold.
        ///
        /// @param otherwise when it says nothing
        public String reasonOr(String otherwise) {
            return reason == null || reason.isBlank() ? otherwise : repeatable(reason);
        }

        private static String repeatable(String words) {
            String whole = words.replace('\0', ' ');
            String cut = whole.substring(0, Math.min(whole.length(), Require.LONGEST_TEXT));
            return new String(cut.getBytes(UTF_8), UTF_8);
        }
    }

    enum Ground {
        /// The lead is none: whoever found it keeps it.
        NOT_QUALIFIED,
        /// The handover package is not complete: whoever closed the deal keeps it, told what is missing, until it is
        /// handed over anew.
        PACKAGE_INCOMPLETE
    }

    /// Nobody answered in time, or whoever was asked cannot any more; the next candidate is asked.
    record OfferExpired(String offer, Holder to, ExpiryCause cause) implements OfferFact {
        public OfferExpired {
            Require.text("offer", offer);
            Require.present("to", to);
            Require.present("cause", cause);
        }
    }

    enum ExpiryCause {
        NOT_ACCEPTED_IN_TIME,
        DEPARTED,
        ABSENT
    }

    /// The offer is void: the deal ended, or a manager decided otherwise.
    record OfferCancelled(String offer, String reason) implements OfferFact {
        public OfferCancelled {
            Require.text("offer", offer);
            Require.text("reason", reason);
        }
    }
}
