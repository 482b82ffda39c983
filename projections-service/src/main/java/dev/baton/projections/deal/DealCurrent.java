package dev.baton.projections.deal;

import dev.baton.contract.deal.DealEvent;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A deal as it stands now.
///
/// @param value the last known, absent while nobody has said what the deal is worth
public record DealCurrent(
        String deal,
        Lead lead,
        Standing standing,
        @Nullable Money value,
        Accountable accountable,
        Milestones milestones,
        Ending ending,
        Progress progress) {

    /// Where the event leads, and what is reached by it.
    DealCurrent after(DealEvent event, Instant at) {
        Standing next = DealState.enteredBy(event, standing.state())
                .map(state -> standing.entering(state, at))
                .orElse(standing);
        return new DealCurrent(deal, lead, next, value, accountable, milestones.after(event, at), ending, progress);
    }

    DealCurrent attempting(int attempt) {
        Standing next = new Standing(standing.state(), standing.since(), attempt);
        return new DealCurrent(deal, lead, next, value, accountable, milestones, Ending.NONE, progress);
    }

    DealCurrent corrected(Lead now) {
        return new DealCurrent(deal, now, standing, value, accountable, milestones, ending, progress);
    }

    /// Nothing said about the value keeps the last known one.
    DealCurrent worth(@Nullable Money said) {
        return said == null
                ? this
                : new DealCurrent(deal, lead, standing, said, accountable, milestones, ending, progress);
    }

    DealCurrent held(Accountable next) {
        return new DealCurrent(deal, lead, standing, value, next, milestones, ending, progress);
    }

    DealCurrent because(@Nullable String reason, @Nullable String competitor) {
        Ending told = new Ending(reason, competitor);
        return new DealCurrent(deal, lead, standing, value, accountable, milestones, told, progress);
    }

    DealCurrent progressed(Progress next) {
        return new DealCurrent(deal, lead, standing, value, accountable, milestones, ending, next);
    }
}
