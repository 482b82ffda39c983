package dev.baton.projections.console;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
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
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// Tells what happens to a deal on its way from lead to support.
final class TellingOfSales {
    private final People people;
    private final Readable readable = new Readable();

    TellingOfSales(People people) {
        this.people = people;
    }

    String of(ProspectingEvent event) {
        return switch (event) {
            case LeadFound found -> "Lead found: " + found.title() + worth(found.value());
            case LeadQualified qualified -> "Lead qualified" + worth(qualified.value());
            case LeadDisqualified(var reason) -> "Lead disqualified: " + readable.words(reason);
            case LeadReturned(var reason, var by, var offer) ->
                people.name(by) + " returns the lead: " + readable.words(reason);
            case LeadRecycled(var day, var reason) -> "Put back until " + day + ": " + readable.words(reason);
            case NurtureDue _ -> "Taken up again, as its day has come";
        };
    }

    String of(NegotiationEvent event) {
        return switch (event) {
            case NegotiationOpened _ -> "Negotiation opened";
            case Negotiated negotiated -> "Terms agreed" + worth(negotiated.value());
            case TermsReopened(var reason) -> "Terms reopened: " + readable.words(reason);
        };
    }

    String of(ClosingEvent event) {
        return switch (event) {
            case Closed closed when closed.outcome() == Outcome.WON -> "Deal won" + worth(closed.value());
            case Closed closed -> "Deal lost: " + readable.words(closed.reason());
            case ReversalRequested asked ->
                people.name(asked.by()) + " asks to reverse the win: " + readable.words(asked.reason());
            case CloseReversed reversed ->
                "Win reversed (" + readable.words(reversed.kind()).toLowerCase(Locale.ROOT) + "), approved by "
                        + people.name(reversed.approvedBy());
            case DealReopened again ->
                "Reopened for attempt " + again.attempt() + " by "
                        + people.name(again.by().member()) + ": " + readable.words(again.reason());
            case DealMerged(var survivor, var reason) -> "Goes on as deal " + survivor;
        };
    }

    String of(SupportEvent event) {
        return switch (event) {
            case HandoverPrepared _ -> "Hand-over package prepared";
            case HandoverRequested _ -> "Hand-over to support requested";
            case HandoverRejected rejected ->
                people.name(rejected.by()) + " does not take it yet; missing: " + String.join(", ", rejected.missing());
            case HandedToSupport(var member, var handover) -> "Handed to support: " + people.name(member);
        };
    }

    String of(HoldEvent event) {
        return switch (event) {
            case DealPutOnHold hold -> "On hold until " + hold.reviewDate() + ": " + readable.words(hold.reason());
            case DealResumed resumed -> "Resumed: " + resumed(resumed);
        };
    }

    private String resumed(DealResumed resumed) {
        return switch (resumed.cause()) {
            case PERSON -> resumed.by() == null ? "somebody said so" : "by " + people.name(resumed.by());
            case REVIEW_DUE -> "its review date has come";
            case MOVED_ON -> "it has moved on";
        };
    }

    String of(ProgressEvent event) {
        return switch (event) {
            case NextStepSet(var what, var due) -> "Next step until " + due + ": " + what;
            case ForecastRevised revised ->
                "Forecast revised" + forecast(revised.category(), revised.expectedClose(), revised.value());
            case ForecastSubmitted told ->
                people.name(told.by()) + " submits the forecast"
                        + forecast(told.category(), told.expectedClose(), told.value());
            case ForecastAdjusted told ->
                people.name(told.by()) + " adjusts the forecast"
                        + forecast(told.category(), told.expectedClose(), told.value()) + ": "
                        + readable.words(told.reason());
            case InteractionLogged logged -> readable.words(logged.kind()) + ": " + logged.summary();
            case DealCorrected correction -> "Corrected: " + readable.words(correction.reason());
            case RuleOverridden(var rule, var reason, var by) ->
                people.name(by) + " overrides " + rule + ": " + readable.words(reason);
        };
    }

    private String forecast(
            @Nullable ForecastCategory category, @Nullable LocalDate expectedClose, @Nullable Money value) {
        String sure = category == null ? "" : ": " + readable.words(category).toLowerCase(Locale.ROOT);
        String close = expectedClose == null ? "" : ", close expected " + expectedClose;
        return sure + close + worth(value);
    }

    private String worth(@Nullable Money value) {
        return value == null
                ? ""
                : ", "
                        + readable.money(
                                value.getAmount().toPlainString(),
                                value.getCurrencyUnit().getCode());
    }
}
