package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.deal.terms.Requests;
import dev.baton.deal.terms.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What is known of a deal in whatever state it is.
///
/// @param holder who may act, as the deal has recognised
/// @param epoch the holding's number; 0 is the holder that LeadFound named
/// @param value the last known value
/// @param clocks that run for whoever holds it
public record Dossier(
        Lead lead,
        int pipelineVersion,
        Holder holder,
        int epoch,
        @Nullable Money value,
        Course course,
        Progress progress,
        Terms terms,
        Requests requests,
        Ties ties,
        SlaClocks clocks) {

    static Dossier begun(LeadFound found, Instant at) {
        return new Dossier(
                Lead.of(found),
                Require.present("pipelineVersion", found.pipelineVersion()),
                Require.present("holder", found.holder()),
                0,
                found.value(),
                Course.begun(at),
                Progress.NONE_YET,
                Terms.NONE,
                Requests.NONE,
                Ties.of(found.origin()),
                SlaClocks.NONE);
    }

    public Map<Milestone, Instant> reached() {
        return course.reached();
    }

    public @Nullable HandoverPackage handoverPackage() {
        return course.handoverPackage();
    }

    boolean has(Milestone milestone) {
        return course.has(milestone);
    }

    /// Whether a manager has overridden the rule whose refusal has this code.
    boolean passes(String rule) {
        return course.overridden().contains(rule);
    }

    /// A late milestone's value changes nothing: what followed it has said the newer one.
    Dossier reached(Milestone milestone, Instant at, @Nullable Money told) {
        boolean keeps = told == null || (course.isPast(milestone) && value != null);
        return with(course.reaching(milestone, at)).worth(keeps ? value : told);
    }

    Dossier heldBy(HolderRecognised recognised) {
        return new Dossier(
                lead,
                pipelineVersion,
                recognised.holder(),
                recognised.epoch(),
                value,
                course,
                progress,
                terms,
                requests,
                ties,
                clocks);
    }

    Dossier closed() {
        return with(course.closedBy(holder));
    }

    Dossier requested(HandoverRequested request, Instant at) {
        return reached(Milestone.HANDED_TO_SUPPORT, at, null).packedWith(request.handoverPackage());
    }

    Dossier packedWith(@Nullable HandoverPackage told) {
        return with(course.packedWith(told));
    }

    Dossier handOverRejected(HandoverRejected rejected) {
        return with(course.without(Milestone.HANDED_TO_SUPPORT).declined(rejected.offer()));
    }

    Dossier reversalRequested(ReversalRequested request) {
        return with(course.reversalRequested(request));
    }

    Dossier returned(LeadReturned returned, Instant at) {
        return setBack(Stage.PROSPECTING, at).declined(returned.offer());
    }

    private Dossier declined(@Nullable String offer) {
        return with(course.declined(offer));
    }

    /// The same way, from an earlier stage; what was agreed and approved is void.
    Dossier setBack(Stage stage, Instant at) {
        return again(course.attempt(), stage, at);
    }

    Dossier again(int attempt, Stage stage, Instant at) {
        return with(course.backTo(attempt, stage, at)).with(terms.reopened()).with(requests.withoutTerms());
    }

    Dossier agreeing(TermsEvent event, Instant at) {
        return with(terms.after(event, at)).with(requests.after(event));
    }

    Dossier consulting(ConsultationEvent event) {
        return with(requests.after(event));
    }

    Dossier noting(ProgressEvent event, Instant at) {
        return switch (event) {
            case NextStepSet step -> with(progress.next(step));
            case ForecastRevised revised -> with(progress.expecting(revised)).worthIfTold(revised.value());
            case ForecastSubmitted submitted -> with(progress.submitting(submitted));
            case ForecastAdjusted adjusted -> with(progress.adjusting(adjusted));
            case InteractionLogged _ -> with(progress.spoken(at));
            case RuleOverridden rule -> with(course.overriding(rule.rule()));
            case DealCorrected correction -> with(lead.corrected(correction)).worthIfTold(correction.value());
        };
    }

    /// Somebody's time is over.
    Dossier late(SlaEvent event) {
        return with(clocks.after(event));
    }

    Dossier raising(ReturnBusinessRaised event) {
        return new Dossier(
                lead,
                pipelineVersion,
                holder,
                epoch,
                value,
                course,
                progress,
                terms,
                requests,
                ties.raising(event),
                clocks);
    }

    private Dossier worthIfTold(@Nullable Money told) {
        return worth(told == null ? value : told);
    }

    private Dossier worth(@Nullable Money now) {
        return new Dossier(lead, pipelineVersion, holder, epoch, now, course, progress, terms, requests, ties, clocks);
    }

    private Dossier with(Lead now) {
        return new Dossier(now, pipelineVersion, holder, epoch, value, course, progress, terms, requests, ties, clocks);
    }

    private Dossier with(Course now) {
        return new Dossier(lead, pipelineVersion, holder, epoch, value, now, progress, terms, requests, ties, clocks);
    }

    private Dossier with(Progress now) {
        return new Dossier(lead, pipelineVersion, holder, epoch, value, course, now, terms, requests, ties, clocks);
    }

    /// The deal stood still for so long.
    Dossier postponed(Duration stood) {
        return with(requests.postponed(stood));
    }

    private Dossier with(Requests now) {
        return new Dossier(lead, pipelineVersion, holder, epoch, value, course, progress, terms, now, ties, clocks);
    }

    private Dossier with(Terms now) {
        return new Dossier(lead, pipelineVersion, holder, epoch, value, course, progress, now, requests, ties, clocks);
    }

    Dossier with(SlaClocks now) {
        return new Dossier(lead, pipelineVersion, holder, epoch, value, course, progress, terms, requests, ties, now);
    }
}
