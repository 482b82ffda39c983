package dev.baton.deal.lifecycle;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What support may ask of a deal after the sale.
public sealed interface ServiceCommand extends PersonsCommand {

    @PossibleIn(InSupport.class)
    record StartOnboarding(String deal, OnboardingStarted start) implements ServiceCommand {}

    @PossibleIn(InSupport.class)
    record CompleteOnboarding(String deal, OnboardingCompleted end) implements ServiceCommand {}

    @PossibleIn(InSupport.class)
    record MakeCommitment(String deal, Promise promise) implements ServiceCommand {}

    @PossibleIn(InSupport.class)
    record FulfilCommitment(String deal, CommitmentFulfilled fulfilment) implements ServiceCommand {}

    @PossibleIn(InSupport.class)
    record OpenCase(String deal, CaseOpened opening) implements ServiceCommand {
        public OpenCase {
            Require.id("ticket", opening.ticket());
        }
    }

    @PossibleIn(InSupport.class)
    record ResolveCase(String deal, CaseResolved resolution) implements ServiceCommand {}

    @PossibleIn(InSupport.class)
    record RecordSatisfaction(String deal, SatisfactionRecorded answer) implements ServiceCommand {}

    @PossibleIn(InSupport.class)
    record ScheduleRenewal(String deal, RenewalScheduled renewal) implements ServiceCommand {}

    @PossibleIn(InSupport.class)
    record EndService(String deal, ServiceEnded end) implements ServiceCommand {}

    /// A new deal with a customer of ours: what support brings in.
    ///
    /// @param newDeal follows from the deal, the kind and the request, so that asking again begins no second one
    @PossibleIn({InSupport.class, Ended.class, Lost.class})
    record RaiseReturnBusiness(String deal, String newDeal, Prospect prospect) implements ServiceCommand {}

    /// What is promised to a customer.
    ///
    /// @param commitment its name, unique within the deal
    /// @param workingMinutes of the team's business time, from now
    record Promise(String commitment, String what, int workingMinutes) {
        /// A working year of the longest kind.
        static final int LONGEST = 366 * 24 * 60;

        public Promise {
            Require.id("commitment", commitment);
            Require.text("what", what);
            if (workingMinutes < 1 || workingMinutes > LONGEST) {
                throw new InvalidValue("workingMinutes", "must be from 1 to " + LONGEST + ", was " + workingMinutes);
            }
        }
    }

    /// What a customer may come back for.
    ///
    /// @param request names this among the deal's requests of its kind: the same name is the same request
    /// @param title the earlier deal's when left out
    /// @param product the earlier deal's when left out
    /// @param value the earlier deal's when a renewal leaves it out
    /// @param evidence for criteria of the pipeline, beyond what the earlier deal has shown
    record Prospect(
            ReturnBusiness.Kind kind,
            String request,
            @Nullable String title,
            @Nullable String product,
            @Nullable String need,
            @Nullable Money value,
            @Nullable Map<String, String> evidence) {
        public Prospect {
            Require.present("kind", kind);
            Require.text("request", request);
            Require.optionalText("title", title);
            Require.optionalText("product", product);
            Require.optionalText("need", need);
            evidence = evidence == null ? null : Map.copyOf(evidence);
        }
    }
}
