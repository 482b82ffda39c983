package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.deal.lifecycle.Deals.AXEL;
import static dev.baton.deal.lifecycle.Deals.DAY_ONE;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.OTHER;
import static dev.baton.deal.lifecycle.Deals.SUZY;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.InteractionKind;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.ClosingCommand.ApproveReversal;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.ClosingCommand.MergeInto;
import dev.baton.deal.lifecycle.ClosingCommand.PrepareHandover;
import dev.baton.deal.lifecycle.ClosingCommand.RejectHandover;
import dev.baton.deal.lifecycle.ClosingCommand.Reopen;
import dev.baton.deal.lifecycle.ClosingCommand.ReverseClose;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.DueCommand.BreachSla;
import dev.baton.deal.lifecycle.DueCommand.EndNurture;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import dev.baton.deal.lifecycle.DueCommand.ReviewHold;
import dev.baton.deal.lifecycle.HoldCommand.PutOnHold;
import dev.baton.deal.lifecycle.HoldCommand.Resume;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.NegotiationCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.NegotiationCommand.ReviseTerms;
import dev.baton.deal.lifecycle.ProgressCommand.AdjustForecast;
import dev.baton.deal.lifecycle.ProgressCommand.CorrectDeal;
import dev.baton.deal.lifecycle.ProgressCommand.LogInteraction;
import dev.baton.deal.lifecycle.ProgressCommand.OverrideRule;
import dev.baton.deal.lifecycle.ProgressCommand.ReviseForecast;
import dev.baton.deal.lifecycle.ProgressCommand.SetNextStep;
import dev.baton.deal.lifecycle.ProgressCommand.SubmitForecast;
import dev.baton.deal.lifecycle.ProspectingCommand.DisqualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.RecycleLead;
import dev.baton.deal.lifecycle.ProspectingCommand.ReturnLead;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every command at least once, by the group it belongs to.
final class Samples {
    static final LocalDate SOON = LocalDate.of(2026, 4, 20);
    static final Actor MELVIN = Actor.person("melvin", SALES_MANAGER);
    static final Actor CARA = Actor.person("cara", SALES_MANAGER);
    private static final Actor EVE = Actor.person("eve", ACCOUNT_EXECUTIVE);
    private static final Actor SAM = Actor.person("sam", CUSTOMER_SUPPORT_REPRESENTATIVE);
    private static final Actor CRM = Actor.client("crm");
    private static final Actor CLOCK = Actor.client("baton");
    private static final LeadQualified FINDING = new LeadQualified(null, null, EVIDENCE);
    private static final Negotiated TERMS = new Negotiated(EUR_1000, null);
    private static final Close WIN = new Close(Outcome.WON, EUR_1000, null, null);
    private static final Close LOSS = new Close(Outcome.LOST, null, Closed.NOT_RECORDED, null);

    private Samples() {}

    static Map<String, List<Sample>> groups() {
        Map<String, List<Sample>> groups = new LinkedHashMap<>();
        groups.put("Leads", leads());
        groups.put("Negotiation", negotiation());
        groups.put("Terms and consultation", TermsSamples.all());
        groups.put("Closing, and taking up again", closing());
        groups.put("Service", ServiceSamples.all());
        groups.put("On hold", hold());
        groups.put("Notes", notes());
        groups.put("What other systems report", milestones());
        groups.put("Baton itself", baton());
        return groups;
    }

    static List<Sample> all() {
        return groups().values().stream().flatMap(List::stream).toList();
    }

    private static List<Sample> leads() {
        return List.of(
                Sample.byHolder(new FindLead(ID, Deals.lead(EUR_1000))),
                Sample.byHolder(new QualifyLead(ID, FINDING)),
                Sample.byHolder(new DisqualifyLead(ID, "no budget")),
                Sample.byHolder(new RecycleLead(ID, SOON, "next fiscal year")),
                Sample.by(EVE, new ReturnLead(ID, "no budget after all")));
    }

    private static List<Sample> negotiation() {
        return List.of(
                Sample.byHolder(new OpenNegotiation(ID)),
                Sample.byHolder(new AgreeTerms(ID, TERMS.value(), TERMS.expectedClose())),
                Sample.byHolder(new ReviseTerms(ID, "two more sites")));
    }

    private static List<Sample> closing() {
        return List.of(
                Sample.byHolder("CloseDeal won", new CloseDeal(ID, WIN)),
                Sample.byHolder("CloseDeal lost", new CloseDeal(ID, LOSS)),
                Sample.byHolder(new MergeInto(ID, OTHER, "entered twice")),
                Sample.byHolder(new PrepareHandover(ID, new HandoverPackage("all signed", List.of(), "Ann"))),
                Sample.by(SAM, new RejectHandover(ID, List.of("whom to call"))),
                Sample.by(MELVIN, new ReverseClose(ID, Reversal.BOOKED_IN_ERROR, "wrong card")),
                Sample.by(CARA, new ApproveReversal(ID)),
                Sample.by(MELVIN, new Reopen(ID, "the competitor could not deliver")));
    }

    private static List<Sample> hold() {
        return List.of(Sample.byHolder(new PutOnHold(ID, SOON, "moves house")), Sample.byHolder(new Resume(ID)));
    }

    private static List<Sample> notes() {
        DealCorrected correction =
                new DealCorrected("a typing error", "Bikes for Acme Ltd", null, null, null, null, null, null);
        return List.of(
                Sample.byHolder(new SetNextStep(ID, new NextStepSet("send the offer", SOON))),
                Sample.byHolder(new ReviseForecast(ID, new ForecastRevised(SOON, ForecastCategory.COMMIT, null))),
                Sample.byHolder(new SubmitForecast(ID)),
                Sample.by(MELVIN, new AdjustForecast(ID, "not signed yet", null, ForecastCategory.BEST_CASE, null)),
                Sample.byHolder(new LogInteraction(ID, new InteractionLogged(InteractionKind.CALL, "spoke", null))),
                Sample.byHolder(new CorrectDeal(ID, correction)),
                Sample.by(MELVIN, new OverrideRule(ID, Rule.PREDECESSOR_MISSING, "known for ten years")));
    }

    private static List<Sample> milestones() {
        return List.of(
                Sample.by(CRM, "lead-found", new RecordLeadFound(ID, Deals.lead(EUR_1000), DAY_ONE)),
                Sample.by(CRM, "lead-qualified", new RecordLeadQualified(ID, FINDING, DAY_ONE)),
                Sample.by(CRM, "negotiated", new RecordNegotiated(ID, TERMS, DAY_ONE)),
                Sample.by(CRM, "closed won", new RecordClosed(ID, WIN, DAY_ONE)),
                Sample.by(CRM, "closed lost", new RecordClosed(ID, LOSS, DAY_ONE)),
                Sample.by(CRM, "handed-to-support", new RecordHandover(ID, new HandoverRequested(null), NOW)));
    }

    private static List<Sample> baton() {
        return List.of(
                Sample.by(CLOCK, "RecogniseHolder executive", new RecogniseHolder(ID, AXEL, 7)),
                Sample.by(CLOCK, "RecogniseHolder support", new RecogniseHolder(ID, SUZY, 7)),
                Sample.by(CLOCK, "RecogniseHolder same epoch", new RecogniseHolder(ID, SUZY, 0)),
                Sample.by(CLOCK, new EndNurture(ID)),
                Sample.by(CLOCK, new ReviewHold(ID)),
                Sample.by(CLOCK, "BreachSla first response", new BreachSla(ID, Sla.FIRST_RESPONSE)),
                Sample.by(CLOCK, "BreachSla stage limit", new BreachSla(ID, Sla.STAGE_LIMIT)),
                Sample.by(CLOCK, new EscalateRequest(ID, RequestKind.QUESTION, 1)));
    }
}
