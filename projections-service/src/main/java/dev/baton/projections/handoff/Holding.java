package dev.baton.projections.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One person's accountability for one deal: from the fact that began it to the fact that ended it.
///
/// @param epoch counted per deal, from 0
/// @param taking how it was taken over; absent for the first holding, which nobody handed over
/// @param to absent while it lasts
/// @param ended why the carried deal ended with it; absent when somebody took over, or while it lasts
public record Holding(
        String deal,
        int epoch,
        Holder holder,
        @Nullable Taking taking,
        Instant from,
        Instant fromRecorded,
        @Nullable Instant to,
        @Nullable Instant toRecorded,
        @Nullable EndCause ended) {

    /// @param asked the stage fact that made the hand-off necessary; absent when a manager reassigned the deal
    /// @param by who forced it; absent unless FORCED
    /// @param credit who keeps the credit while the holder stands in for them; absent when it is the holder's own
    public record Taking(
            TransferCause cause,
            Acceptance acceptance,
            @Nullable String offer,
            @Nullable String by,
            @Nullable Asked asked,
            @Nullable Holder credit) {

        Taking askedBy(Asked when) {
            return new Taking(cause, acceptance, offer, by, when, credit);
        }
    }

    /// Whoever took over because of that knows now what had asked for it.
    Holding askedBy(TransferCause cause, Asked when) {
        return taking == null || taking.cause() != cause || taking.asked() != null
                ? this
                : new Holding(deal, epoch, holder, taking.askedBy(when), from, fromRecorded, to, toRecorded, ended);
    }

    Holding until(Instant at, Instant recorded, @Nullable EndCause cause) {
        return new Holding(deal, epoch, holder, taking, from, fromRecorded, at, recorded, cause);
    }
}
