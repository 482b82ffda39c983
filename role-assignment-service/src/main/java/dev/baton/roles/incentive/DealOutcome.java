package dev.baton.roles.incentive;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.roles.incentive.CountedClose.Reversal;
import dev.baton.roles.incentive.CountedClose.Win;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// How a deal ended its way through sales, each time, and who held it meanwhile.
///
/// @param value the last known
/// @param agreed terms stand, so that a qualification that is told now is late
/// @param standing the win that counts now
/// @param raisedBy the support representative who brought the customer back
record DealOutcome(
        @Nullable Money value,
        boolean agreed,
        @Nullable Win standing,
        List<CountedClose> closes,
        List<Held> holdings,
        @Nullable String raisedBy) {
    static final DealOutcome NOTHING_YET = new DealOutcome(null, false, null, List.of(), List.of(), null);

    /// @param by for whom the holding counts
    /// @param since when it took effect
    record Held(Holder by, Instant since, int epoch) {}

    DealOutcome after(DealEvent event, UUID id, Instant at) {
        return switch (event) {
            case ProspectingEvent lead -> after(lead);
            case NegotiationEvent talk -> after(talk);
            case ClosingEvent close -> after(close, id, at);
            case ProgressEvent note -> after(note);
            case TermsEvent _, ConsultationEvent _, SupportEvent _, ServiceEvent _, HoldEvent _ -> this;
            case SlaEvent _, AccountabilityEvent _ -> this;
        };
    }

    DealOutcome after(AccountabilityFact fact, Instant at) {
        return switch (fact) {
            case ResponsibilityOpened opened -> held(new Held(opened.holder(), at, 0));
            case ResponsibilityTransferred moved ->
                held(new Held(moved.credit() == null ? moved.to() : moved.credit(), at, moved.epoch()));
            case ResponsibilityReopened again -> held(new Held(again.holder(), at, again.epoch()));
            case ResponsibilityEnded _ -> this;
        };
    }

    private DealOutcome after(ProspectingEvent event) {
        return switch (event) {
            case LeadFound found ->
                new DealOutcome(
                        found.value(),
                        agreed,
                        standing,
                        closes,
                        holdings,
                        found.origin() == null ? null : found.origin().raisedBy());
            case LeadQualified late when (agreed || standing != null) && value != null -> this;
            case LeadQualified qualified -> worth(qualified.value());
            case LeadDisqualified _, LeadRecycled _, LeadReturned _, NurtureDue _ -> this;
        };
    }

    private DealOutcome after(NegotiationEvent event) {
        return switch (event) {
            case Negotiated late when standing != null && value != null -> this;
            case Negotiated agreement -> worth(agreement.value()).agreed(true);
            case TermsReopened _ -> agreed(false);
            case NegotiationOpened _ -> this;
        };
    }

    private DealOutcome after(ClosingEvent event, UUID id, Instant at) {
        return switch (event) {
            case Closed closed
            when closed.outcome() == Outcome.WON -> worth(closed.value()).won(closed, id, at);
            case Closed lost -> worth(lost.value());
            case CloseReversed _ -> reversed(id, at).agreed(false);
            case DealReopened _ -> agreed(false);
            case ReversalRequested _, DealMerged _ -> this;
        };
    }

    /// A correction restates what was won.
    private DealOutcome after(ProgressEvent event) {
        return switch (event) {
            case ForecastRevised revised -> worth(revised.value());
            case DealCorrected correction -> worth(correction.value()).restated(correction.value());
            case NextStepSet _, ForecastSubmitted _, ForecastAdjusted _, InteractionLogged _, RuleOverridden _ -> this;
        };
    }

    private DealOutcome won(Closed closed, UUID id, Instant at) {
        if (value == null) {
            throw new IllegalStateException("a win without any value: " + id);
        }
        Win win = new Win(id, at, value, closed.rate());
        return new DealOutcome(value, agreed, win, and(win), holdings, raisedBy);
    }

    private DealOutcome reversed(UUID id, Instant at) {
        return standing == null
                ? this
                : new DealOutcome(value, agreed, null, and(new Reversal(id, at, standing)), holdings, raisedBy);
    }

    private DealOutcome restated(@Nullable Money corrected) {
        if (standing == null || corrected == null) {
            return this;
        }
        Win now = standing.worth(corrected);
        List<CountedClose> all = closes.stream()
                .map(close -> close.equals(standing) ? now : close)
                .toList();
        return new DealOutcome(value, agreed, now, all, holdings, raisedBy);
    }

    private List<CountedClose> and(CountedClose close) {
        return Stream.concat(closes.stream(), Stream.of(close)).toList();
    }

    private DealOutcome held(Held holding) {
        List<Held> all = Stream.concat(holdings.stream(), Stream.of(holding)).toList();
        return new DealOutcome(value, agreed, standing, closes, all, raisedBy);
    }

    private DealOutcome worth(@Nullable Money told) {
        return told == null ? this : new DealOutcome(told, agreed, standing, closes, holdings, raisedBy);
    }

    private DealOutcome agreed(boolean now) {
        return new DealOutcome(value, now, standing, closes, holdings, raisedBy);
    }
}
