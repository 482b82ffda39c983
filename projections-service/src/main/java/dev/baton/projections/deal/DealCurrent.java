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
        Outlook outlook,
        Progress progress) {

    /// Where the event leads, and what is reached by it. Whatever state is entered, the rest before it is over.
    DealCurrent after(DealEvent event, Instant at) {
        return DealState.enteredBy(event, standing.state())
                .map(state -> enter(state, at))
                .orElse(this)
                .reaching(event, at);
    }

    private DealCurrent enter(DealState state, Instant at) {
        return standing(standing.entering(state, at)).expecting(outlook.resting(null));
    }

    private DealCurrent reaching(DealEvent event, Instant at) {
        Milestones reached = milestones.after(event, at);
        return new DealCurrent(deal, lead, standing, value, accountable, reached, ending, outlook, progress);
    }

    DealCurrent attempting(int attempt) {
        return standing(new Standing(standing.state(), standing.since(), attempt))
                .because(null, null);
    }

    private DealCurrent standing(Standing now) {
        return new DealCurrent(deal, lead, now, value, accountable, milestones, ending, outlook, progress);
    }

    DealCurrent corrected(Lead now) {
        return new DealCurrent(deal, now, standing, value, accountable, milestones, ending, outlook, progress);
    }

    /// Nothing said about the value keeps the last known one.
    DealCurrent worth(@Nullable Money said) {
        return said == null
                ? this
                : new DealCurrent(deal, lead, standing, said, accountable, milestones, ending, outlook, progress);
    }

    DealCurrent held(Accountable next) {
        return new DealCurrent(deal, lead, standing, value, next, milestones, ending, outlook, progress);
    }

    DealCurrent because(@Nullable String reason, @Nullable String competitor) {
        Ending told = new Ending(reason, competitor);
        return new DealCurrent(deal, lead, standing, value, accountable, milestones, told, outlook, progress);
    }

    DealCurrent expecting(Outlook next) {
        return new DealCurrent(deal, lead, standing, value, accountable, milestones, ending, next, progress);
    }

    DealCurrent progressed(Progress next) {
        return new DealCurrent(deal, lead, standing, value, accountable, milestones, ending, outlook, next);
    }
}
