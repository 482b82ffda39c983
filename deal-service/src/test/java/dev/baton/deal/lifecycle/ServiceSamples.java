package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.OTHER;
import static dev.baton.deal.lifecycle.Samples.SOON;

import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ReturnBusiness.Kind;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.deal.lifecycle.DealCommand.BeginReturnBusiness;
import dev.baton.deal.lifecycle.DueCommand.BreachCommitments;
import dev.baton.deal.lifecycle.DueCommand.BreachSla;
import dev.baton.deal.lifecycle.ServiceCommand.CompleteOnboarding;
import dev.baton.deal.lifecycle.ServiceCommand.EndService;
import dev.baton.deal.lifecycle.ServiceCommand.FulfilCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.MakeCommitment;
import dev.baton.deal.lifecycle.ServiceCommand.OpenCase;
import dev.baton.deal.lifecycle.ServiceCommand.Promise;
import dev.baton.deal.lifecycle.ServiceCommand.Prospect;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import dev.baton.deal.lifecycle.ServiceCommand.RecordSatisfaction;
import dev.baton.deal.lifecycle.ServiceCommand.ResolveCase;
import dev.baton.deal.lifecycle.ServiceCommand.ScheduleRenewal;
import dev.baton.deal.lifecycle.ServiceCommand.StartOnboarding;
import java.time.Instant;
import java.util.List;

/// What support does for a customer, and how the customer comes back.
final class ServiceSamples {
    private static final Actor SUZY = Actor.person("suzy", CUSTOMER_SUPPORT_REPRESENTATIVE);
    private static final Actor BATON = Actor.client("baton");

    private ServiceSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.byHolder(new StartOnboarding(ID, new OnboardingStarted(null, null))),
                Sample.byHolder(new CompleteOnboarding(ID, new OnboardingCompleted(null))),
                Sample.byHolder(new MakeCommitment(ID, new Promise("visit", "A visit", 480))),
                Sample.byHolder(new FulfilCommitment(ID, new CommitmentFulfilled("parts", null))),
                Sample.byHolder(
                        "FulfilCommitment of another",
                        new FulfilCommitment(ID, new CommitmentFulfilled("visit", null))),
                Sample.byHolder(new OpenCase(ID, new CaseOpened("C-1", "It stops", Priority.HIGH))),
                Sample.byHolder(new ResolveCase(ID, new CaseResolved("C-1", "valve replaced"))),
                Sample.byHolder(new RecordSatisfaction(ID, new SatisfactionRecorded(4, null))),
                Sample.byHolder(new ScheduleRenewal(ID, new RenewalScheduled(SOON.plusYears(1)))),
                Sample.byHolder(new EndService(ID, new ServiceEnded(ServiceOutcome.EXPIRED, "ran out"))),
                Sample.by(SUZY, "RaiseReturnBusiness renewal", raise(Kind.RENEWAL)),
                Sample.by(SUZY, "RaiseReturnBusiness win-back", raise(Kind.WIN_BACK)),
                Sample.by(SUZY, "BeginReturnBusiness renewal", begin(Kind.RENEWAL)),
                Sample.by(SUZY, "BeginReturnBusiness win-back", begin(Kind.WIN_BACK)),
                Sample.by(BATON, new BreachCommitments(ID, Instant.MAX)),
                Sample.by(BATON, "BreachSla first contact", new BreachSla(ID, Sla.FIRST_CONTACT)));
    }

    private static RaiseReturnBusiness raise(Kind kind) {
        return new RaiseReturnBusiness(ID, OTHER, new Prospect(kind, "2027", null, null, null, null, null));
    }

    private static BeginReturnBusiness begin(Kind kind) {
        return new BeginReturnBusiness(ID, Deals.lead(Deals.EUR_1000), new ReturnBusiness(OTHER, kind, "suzy"), null);
    }
}
