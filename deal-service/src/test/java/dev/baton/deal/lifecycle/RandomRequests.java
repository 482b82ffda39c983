package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EUR_900;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.OTHER;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.ClosingCommand.MergeInto;
import dev.baton.deal.lifecycle.ClosingCommand.ReverseClose;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.HoldCommand.PutOnHold;
import dev.baton.deal.lifecycle.NegotiationCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.ProgressCommand.CorrectDeal;
import dev.baton.deal.lifecycle.ProgressCommand.OverrideRule;
import dev.baton.deal.lifecycle.ProgressCommand.ReviseForecast;
import dev.baton.deal.lifecycle.ProgressCommand.SetNextStep;
import dev.baton.deal.lifecycle.ProgressCommand.SubmitForecast;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.RecycleLead;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import dev.baton.deal.lifecycle.ServiceCommand.EndService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What people, other systems and Baton may ask of a deal, at random but not blindly: often by somebody who may.
final class RandomRequests {
    private static final List<Sample> SAMPLES = Samples.all();
    private static final List<Sample> SERVICE = ServiceSamples.all();
    private static final List<Sample> OTHERS = SAMPLES.stream()
            .filter(sample -> !(sample.command() instanceof ServiceCommand))
            .toList();
    private static final Role[] ROLES = Role.values();
    private static final String[] PEOPLE = {"rita", "axel", "suzy", "melvin", "cara", "steward"};

    private final RandomGenerator random;
    private final Pipeline pipeline;
    private final List<Supplier<DealCommand>> varied = List.of(
            () -> new QualifyLead(ID, finding()),
            () -> new RecycleLead(ID, day(), "later"),
            () -> new PutOnHold(ID, day(), "later"),
            () -> new CloseDeal(ID, close()),
            () -> new MergeInto(ID, oneOf(OTHER, ID, "nowhere"), null),
            () -> new ReverseClose(ID, oneOf(Reversal.values()), "it turned out otherwise"),
            () -> new OverrideRule(ID, oneOf(Rule.values()), "known for ten years"),
            () -> new SetNextStep(ID, new NextStepSet("call", day())),
            () -> new ReviseForecast(ID, new ForecastRevised(day(), oneOf(ForecastCategory.values()), value())),
            () -> new SubmitForecast(ID),
            () -> new CorrectDeal(ID, new DealCorrected("typo", "Bikes", null, null, null, null, null, value())),
            () -> new RecordLeadQualified(ID, finding(), moment()),
            () -> new RecordNegotiated(ID, new Negotiated(EUR_900, null), moment()),
            () -> new RecordClosed(ID, close(), moment()),
            () -> new RecordHandover(ID, new HandoverRequested(packed()), moment()));
    private Instant now = Deals.DAY_ONE;
    private int epoch;

    RandomRequests(RandomGenerator random, Pipeline pipeline) {
        this.random = random;
        this.pipeline = pipeline;
    }

    record Request(DealCommand command, DealContext context) {}

    Request next(DealState state) {
        now = now.plus(Duration.ofMinutes(random.nextInt(1, 6_000)));
        if (state instanceof Negotiating talks && random.nextInt(5) > 0) {
            return towardsTerms(talks);
        }
        if (state instanceof Qualified && random.nextInt(4) == 0) {
            return by(state, new OpenNegotiation(ID));
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Request(recognition(), context(Actor.client("role-assignment-service")));
            case 2, 3, 4 -> by(state, varied.get(random.nextInt(varied.size())).get());
            case 5, 6, 7 -> state instanceof InSupport ? served(state) : sampled(state);
            default -> sampled(state);
        };
    }

    /// A service ends seldom, or nothing of it would be seen to its end.
    private Request served(DealState state) {
        Sample sample = SERVICE.get(random.nextInt(SERVICE.size()));
        boolean ends = sample.command() instanceof EndService && random.nextInt(4) > 0;
        return ends
                ? sampled(state)
                : new Request(sample.command(), context(sample.by().apply(state)));
    }

    /// One of the acts that would be carried out, if there is any.
    private Request towardsTerms(Negotiating state) {
        Money price = Money.ofMinor(CurrencyUnit.USD, random.nextInt(70_000, 130_000));
        List<Sample> possible = TermsSamples.next(state, price).stream()
                .filter(sample -> accepted(state, sample))
                .toList();
        Sample sample = possible.isEmpty()
                ? Sample.byHolder(new SetNextStep(ID, new NextStepSet("call", day())))
                : possible.get(random.nextInt(possible.size()));
        return new Request(sample.command(), context(sample.by().apply(state)));
    }

    private boolean accepted(DealState state, Sample sample) {
        DealContext context = new DealContext(now, sample.by().apply(state), pipeline, null, Deals.SURROUNDINGS);
        return Encounter.of(state, sample.command(), context).refusal() == null;
    }

    /// What support does is asked of a deal in support, and elsewhere now and then.
    private Request sampled(DealState state) {
        List<Sample> samples = state instanceof InSupport || random.nextInt(5) == 0 ? SAMPLES : OTHERS;
        Sample sample = samples.get(random.nextInt(samples.size()));
        Actor usual = sample.by().apply(state);
        return new Request(sample.command(), context(random.nextInt(5) == 0 ? somebody() : usual));
    }

    private Request by(DealState state, DealCommand command) {
        return new Request(command, context(random.nextInt(3) == 0 ? somebody() : holder(state)));
    }

    private DealContext context(Actor actor) {
        Integer told = random.nextInt(20) == 0 ? Integer.valueOf(random.nextInt(5)) : null;
        return new DealContext(now, actor, pipeline, told, Deals.SURROUNDINGS);
    }

    private static Actor holder(DealState state) {
        return switch (state) {
            case Unknown _ -> Actor.client("crm");
            case DealState.Known known ->
                Actor.person(
                        known.dossier().holder().member(),
                        known.dossier().holder().role());
        };
    }

    private Actor somebody() {
        EnumSet<Role> roles = EnumSet.of(oneOf(ROLES), oneOf(ROLES));
        return random.nextInt(8) == 0 ? Actor.client("crm") : Actor.person(oneOf(PEOPLE), roles.toArray(Role[]::new));
    }

    /// Sometimes one that is old already.
    private RecogniseHolder recognition() {
        Role role = oneOf(ROLES);
        epoch += random.nextInt(4) == 0 ? 0 : 1;
        return new RecogniseHolder(ID, new Holder(role, oneOf(PEOPLE)), epoch);
    }

    private LeadQualified finding() {
        Map<String, String> evidence = random.nextInt(4) == 0 ? Map.of("need", "churn") : EVIDENCE;
        return new LeadQualified(value(), null, evidence);
    }

    private Close close() {
        Outcome outcome = oneOf(Outcome.values());
        return new Close(outcome, value(), outcome == Outcome.LOST ? Closed.NOT_RECORDED : null, null);
    }

    private @Nullable Money value() {
        return random.nextBoolean() ? EUR_1000 : null;
    }

    private @Nullable HandoverPackage packed() {
        return random.nextBoolean() ? new HandoverPackage("signed", List.of(), null) : null;
    }

    /// Mostly within the limits, sometimes past or far away.
    private LocalDate day() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(-3, 120));
    }

    private Instant moment() {
        return now.minus(Duration.ofMinutes(random.nextInt(-20, 20_000)));
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
