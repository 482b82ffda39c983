package dev.baton.deal.aggregate;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.Close;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.DealCommand;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.DealRejected;
import dev.baton.deal.lifecycle.Lead;
import dev.baton.deal.lifecycle.Limits;
import dev.baton.deal.lifecycle.Milestone;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.NegotiationCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.Pipeline;
import dev.baton.deal.lifecycle.Pipelines;
import dev.baton.deal.lifecycle.ProspectingCommand.DisqualifyLead;
import dev.baton.deal.lifecycle.ProspectingCommand.FindLead;
import dev.baton.deal.lifecycle.ProspectingCommand.QualifyLead;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import dev.baton.deal.lifecycle.ServiceRules;
import dev.baton.deal.lifecycle.SlaRules;
import dev.baton.deal.lifecycle.Surroundings;
import dev.baton.deal.terms.TermsRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each command finds its way through Axon to the rules and back.
class DealTest {
    private static final String ID = "0190f3a0-0000-7000-8000-000000000001";
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Money VALUE = Money.parse("EUR 900.00");
    private static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    private static final Holder AXEL = new Holder(ACCOUNT_EXECUTIVE, "axel");
    private static final Holder SUZY = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "suzy");
    private static final Lead LEAD = new Lead("milestones", "Bikes", null, null, null, null, null, VALUE, null);
    private static final LeadFound FOUND =
            new LeadFound("milestones", "Bikes", null, null, null, null, null, VALUE, null, 1, RITA);
    private static final LeadQualified QUALIFIED = new LeadQualified(null, null, null);
    private static final Negotiated TERMS = new Negotiated(VALUE, null);
    private static final Close WIN = new Close(Outcome.WON, null, null, null);
    private static final Closed WON = new Closed(Outcome.WON, null, null, null);

    private final AggregateTestFixture<Deal> fixture = new AggregateTestFixture<>(Deal.class);

    @BeforeEach
    void wire() {
        fixture.registerInjectableResource(new DealDesk(
                new OnePipeline(),
                Surroundings.NONE,
                (command, acting) -> new Receipt(command.deal(), "begun", 0, null),
                Clock.fixed(AT.plus(Duration.ofDays(9)), ZoneOffset.UTC)));
        fixture.registerCommandTargetResolver(command -> new VersionedAggregateIdentifier(
                (Object) ((Targeted) command.getPayload()).stream().toString(), null));
    }

    @Test
    void find_lead() {
        whenNothing(new FindLead(ID, LEAD), Actor.person("rita", SALES_REPRESENTATIVE))
                .expectEvents(FOUND);
    }

    @Test
    void record_lead_found() {
        whenNothing(new RecordLeadFound(ID, LEAD, AT), Actor.person("rita", SALES_REPRESENTATIVE))
                .expectEvents(FOUND);
    }

    @Test
    void qualify_lead() {
        when(new QualifyLead(ID, QUALIFIED), rita(), FOUND).expectEvents(QUALIFIED);
    }

    @Test
    void disqualify_lead() {
        when(new DisqualifyLead(ID, "no budget"), rita(), FOUND).expectEvents(new LeadDisqualified("no budget"));
    }

    @Test
    void open_negotiation() {
        when(new OpenNegotiation(ID), axel(), FOUND, QUALIFIED, new HolderRecognised(AXEL, 1))
                .expectEvents(new NegotiationOpened());
    }

    @Test
    void agree_terms() {
        when(
                        new AgreeTerms(ID, TERMS.value(), TERMS.expectedClose()),
                        axel(),
                        FOUND,
                        QUALIFIED,
                        new HolderRecognised(AXEL, 1),
                        new NegotiationOpened())
                .expectEvents(TERMS);
    }

    @Test
    void close_deal() {
        when(new CloseDeal(ID, WIN), axel(), FOUND, QUALIFIED, new HolderRecognised(AXEL, 1))
                .expectEvents(WON);
    }

    @Test
    void record_lead_qualified() {
        when(new RecordLeadQualified(ID, QUALIFIED, AT), crm(), FOUND).expectEvents(QUALIFIED);
    }

    @Test
    void record_negotiated() {
        when(new RecordNegotiated(ID, TERMS, AT), crm(), FOUND).expectEvents(TERMS);
    }

    @Test
    void record_closed() {
        when(new RecordClosed(ID, WIN, AT), crm(), FOUND).expectEvents(WON);
    }

    @Test
    void record_handover() {
        var request = new HandoverRequested(null);
        when(new RecordHandover(ID, request, AT), crm(), FOUND, WON).expectEvents(request);
    }

    @Test
    void recognise_holder() {
        when(new RecogniseHolder(ID, SUZY, 1), crm(), FOUND, WON)
                .expectEvents(new HolderRecognised(SUZY, 1), new HandedToSupport("suzy", null));
    }

    @Test
    void a_refusal_is_thrown_and_stores_nothing() {
        when(new RecordLeadFound(ID, LEAD, AT), crm(), FOUND)
                .expectException(DealRejected.class)
                .expectNoEvents();
    }

    @Test
    void a_receipt_has_the_version_afterwards() {
        when(new RecordClosed(ID, WIN, AT), crm(), FOUND).expectResultMessagePayload(new Receipt(ID, "Won", 1, null));
    }

    @Test
    void a_version_that_has_passed_is_refused() {
        given(FOUND)
                .when(message(new RecordClosed(ID, WIN, AT), new Acting(crm(), null, 7L)))
                .expectException(VersionPassed.class);
    }

    private ResultValidator<Deal> whenNothing(DealCommand command, Actor actor) {
        return fixture.givenNoPriorActivity().when(message(command, Acting.as(actor)));
    }

    private ResultValidator<Deal> when(DealCommand command, Actor actor, DealEvent... history) {
        return given(history).when(message(command, Acting.as(actor)));
    }

    private static CommandMessage<DealCommand> message(DealCommand command, Acting acting) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, MetaData.with(Acting.KEY, acting)), Deal.COMMAND);
    }

    private TestExecutor<Deal> given(DealEvent... history) {
        List<Object> events = new ArrayList<>(List.of(history));
        return fixture.given(events.stream()
                .map(event -> new GenericDomainEventMessage<>("deal", "deal/" + ID, events.indexOf(event), event))
                .toList());
    }

    private static Actor rita() {
        return Actor.person("rita", SALES_REPRESENTATIVE);
    }

    private static Actor axel() {
        return Actor.person("axel", ACCOUNT_EXECUTIVE);
    }

    private static Actor crm() {
        return Actor.client("crm");
    }

    private static final class OnePipeline implements Pipelines {
        private final Pipeline milestones = new Pipeline(
                "milestones",
                1,
                EnumSet.of(Milestone.LEAD_FOUND, Milestone.CLOSED),
                List.of(),
                "steward",
                Duration.ofMinutes(5),
                Duration.ofDays(7),
                Limits.USUAL,
                Set.of(),
                TermsRules.USUAL,
                ServiceRules.USUAL,
                SlaRules.NONE);

        @Override
        public Optional<Pipeline> newest(String name) {
            return Optional.of(milestones);
        }

        @Override
        public Pipeline version(String name, int version) {
            return milestones;
        }
    }
}
