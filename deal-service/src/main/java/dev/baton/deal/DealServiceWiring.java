package dev.baton.deal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.IdempotentAnswers;
import dev.baton.axon.postgres.ReadSet;
import dev.baton.axon.postgres.StreamAggregates;
import dev.baton.contract.EventCodec;
import dev.baton.contract.Sources;
import dev.baton.contract.Topics;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.deal.aggregate.CustomerDeals;
import dev.baton.deal.aggregate.Deal;
import dev.baton.deal.aggregate.DealDesk;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.aggregate.DealProblems;
import dev.baton.deal.aggregate.DealRecords;
import dev.baton.deal.aggregate.DealSurroundings;
import dev.baton.deal.aggregate.NewDeals;
import dev.baton.deal.aggregate.OpenRequests;
import dev.baton.deal.aggregate.RestingDeals;
import dev.baton.deal.calendar.CalendarCatalogue;
import dev.baton.deal.calendar.CalendarRows;
import dev.baton.deal.claim.Claims;
import dev.baton.deal.claim.ParkedEvents;
import dev.baton.deal.claim.WaitedEvents;
import dev.baton.deal.command.Asked;
import dev.baton.deal.command.AskedArgument;
import dev.baton.deal.command.CommandHeaders;
import dev.baton.deal.command.Counter;
import dev.baton.deal.command.OncePerKey;
import dev.baton.deal.command.PatientOffice;
import dev.baton.deal.deadline.DeadlineRounds;
import dev.baton.deal.deadline.DeadlineRows;
import dev.baton.deal.deadline.DeadlineSettings;
import dev.baton.deal.due.DueRounds;
import dev.baton.deal.due.DueSettings;
import dev.baton.deal.due.RequestRounds;
import dev.baton.deal.event.EventReading;
import dev.baton.deal.event.EventText;
import dev.baton.deal.event.MilestoneCommands;
import dev.baton.deal.ingest.IngestSettings;
import dev.baton.deal.ingest.ItemReading;
import dev.baton.deal.ingest.ManyEvents;
import dev.baton.deal.ingest.NdjsonExchange;
import dev.baton.deal.ingest.Reception;
import dev.baton.deal.ingest.WaitingRoom;
import dev.baton.deal.lanes.DealLanes;
import dev.baton.deal.lanes.LaneSettings;
import dev.baton.deal.parked.ParkedDeals;
import dev.baton.deal.parked.SecondChance;
import dev.baton.deal.parked.WhenDealAdvancesThenApplyParked;
import dev.baton.deal.pipeline.PipelineCatalogue;
import dev.baton.deal.pipeline.PipelineDefinition;
import dev.baton.deal.pricelist.PriceListCatalogue;
import dev.baton.deal.pricelist.PriceListDefinition;
import dev.baton.deal.rates.RateTableRows;
import dev.baton.deal.rates.RateTables;
import dev.baton.deal.recognition.PoliciesInOrder;
import dev.baton.deal.recognition.WhenOfferIsDeclinedThenTellDeal;
import dev.baton.deal.recognition.WhenResponsibilityTransferredThenRecogniseHolder;
import dev.baton.deal.versions.VersionedRows;
import dev.baton.web.edge.problem.ProblemTranslation;
import dev.baton.web.edge.problem.Problems;
import dev.baton.web.edge.request.RequestTrace;
import dev.baton.web.edge.security.Actor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Which part knows which: the one place where this service is put together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestSettings.class, LaneSettings.class, DueSettings.class, DeadlineSettings.class})
class DealServiceWiring {
    /// In memory, some hundred bytes to a few kilobytes each.
    private static final int DEALS_KEPT = 20_000;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, RequestTrace.class, Asked.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCodec eventCodec() {
        return new JsonEventCodec();
    }

    @Bean
    VersionedRows<PipelineDefinition> pipelineRows(JdbcClient jdbc, JsonMapper json) {
        return new VersionedRows<>(jdbc, json, "pipeline", PipelineDefinition.class);
    }

    @Bean
    PipelineCatalogue pipelines(VersionedRows<PipelineDefinition> rows, Clock clock) {
        return new PipelineCatalogue(rows, clock);
    }

    @Bean
    RateTableRows rateTableRows(JdbcClient jdbc, JsonMapper json) {
        return new RateTableRows(jdbc, json);
    }

    @Bean
    RateTables rateTables(RateTableRows rows, Clock clock) {
        return new RateTables(rows, clock);
    }

    @Bean
    CalendarRows calendarRows(JdbcClient jdbc, JsonMapper json) {
        return new CalendarRows(jdbc, json);
    }

    @Bean
    CalendarCatalogue calendars(CalendarRows rows, Clock clock) {
        return new CalendarCatalogue(rows, clock);
    }

    @Bean
    DealSurroundings dealSurroundings(
            DealRecords records,
            ReadSet read,
            RateTables rates,
            CalendarCatalogue calendars,
            PriceListCatalogue prices) {
        return new DealSurroundings(records, read, rates, calendars, prices);
    }

    /// The office needs the desk before it can send anything: it is asked for when a deal brings another.
    @Bean
    DealDesk dealDesk(
            PipelineCatalogue pipelines,
            DealSurroundings surroundings,
            ObjectProvider<DealOffice> office,
            Clock clock) {
        NewDeals newDeals = (command, acting) -> office.getObject().send(command, acting, Map.of());
        return new DealDesk(pipelines, surroundings, newDeals, clock);
    }

    @Bean
    ConfigurerModule dealAggregate() {
        return configurer -> configurer.configureAggregate(StreamAggregates.of(Deal.class, DEALS_KEPT));
    }

    @Bean
    RestingDeals restingDeals(JdbcClient jdbc) {
        return new RestingDeals(jdbc);
    }

    @Bean
    DeadlineRows deadlineRows(JdbcClient jdbc) {
        return new DeadlineRows(jdbc);
    }

    @Bean
    DealOffice dealOffice(CommandGateway gateway, RestingDeals resting, DeadlineRows deadlines, OpenRequests requests) {
        return new DealOffice(gateway, resting, List.of(deadlines, requests));
    }

    @Bean
    DeadlineRounds deadlineRounds(DeadlineRows rows, DealOffice office, DeadlineSettings settings, Clock clock) {
        return new DeadlineRounds(rows, office, settings, clock);
    }

    /// In the database's table of tasks, like the other rounds.
    @Bean
    RecurringTask<Void> recurringDeadlineRounds(ObjectProvider<DeadlineRounds> rounds, DeadlineSettings settings) {
        return Tasks.recurring("deal-deadlines", FixedDelay.of(settings.every()))
                .execute((instance, context) -> rounds.getObject().walk());
    }

    @Bean
    DueRounds dueRounds(RestingDeals resting, DealOffice office, Clock clock) {
        return new DueRounds(resting, office, clock);
    }

    /// In the database's table of tasks: one instance walks at a time, and another goes on when it dies.
    @Bean
    RecurringTask<Void> recurringDueRounds(ObjectProvider<DueRounds> rounds, DueSettings settings) {
        return Tasks.recurring("due-deals", FixedDelay.of(settings.every()))
                .execute((instance, context) -> rounds.getObject().walk());
    }

    @Bean
    OpenRequests openRequests(JdbcClient jdbc) {
        return new OpenRequests(jdbc);
    }

    @Bean
    RequestRounds requestRounds(OpenRequests requests, DealOffice office, Clock clock) {
        return new RequestRounds(requests, office, clock);
    }

    @Bean
    RecurringTask<Void> recurringRequestRounds(ObjectProvider<RequestRounds> rounds, DueSettings settings) {
        return Tasks.recurring("due-requests", FixedDelay.of(settings.every()))
                .execute((instance, context) -> rounds.getObject().walk());
    }

    @Bean
    VersionedRows<PriceListDefinition> priceListRows(JdbcClient jdbc, JsonMapper json) {
        return new VersionedRows<>(jdbc, json, "price_list", PriceListDefinition.class);
    }

    @Bean
    PriceListCatalogue priceLists(VersionedRows<PriceListDefinition> rows, Clock clock) {
        return new PriceListCatalogue(rows, clock);
    }

    @Bean
    DealRecords dealRecords(EventLog log, EventCodec codec) {
        return new DealRecords(log, codec);
    }

    @Bean
    CustomerDeals customerDeals(JdbcClient jdbc, DealRecords records, EventCodec codec) {
        return new CustomerDeals(jdbc, records, codec);
    }

    @Bean
    ProblemTranslation dealProblems() {
        return new DealProblems();
    }

    @Bean
    PatientOffice patientOffice(DealOffice office, EventLog log) {
        return new PatientOffice(office, log);
    }

    @Bean
    OncePerKey oncePerKey(IdempotentAnswers answers, JsonMapper json) {
        return new OncePerKey(answers, json);
    }

    @Bean
    Counter counter(PatientOffice office, OncePerKey once, JsonMapper json) {
        return new Counter(office, once, json);
    }

    @Bean
    AskedArgument askedArgument() {
        return new AskedArgument();
    }

    @Bean
    CommandHeaders commandHeaders() {
        return new CommandHeaders();
    }

    @Bean
    EventReading eventReading(JsonMapper json) {
        return new EventReading(json);
    }

    @Bean
    EventText eventText(JsonMapper json) {
        return new EventText(json);
    }

    @Bean
    MilestoneCommands milestoneCommands(JsonMapper json) {
        return new MilestoneCommands(json);
    }

    @Bean
    Claims claims(JdbcClient jdbc, EventText text) {
        return new Claims(jdbc, text);
    }

    @Bean
    ParkedEvents parkedEvents(JdbcClient jdbc, PlatformTransactionManager transactions, EventText text) {
        return new ParkedEvents(jdbc, new TransactionTemplate(transactions), text);
    }

    @Bean
    ParkedDeals parkedDeals(ParkedEvents parked, EventReading reading, MilestoneCommands commands, DealOffice office) {
        return new ParkedDeals(parked, reading, commands, office);
    }

    @Bean
    WhenDealAdvancesThenApplyParked applyParked(EventLog log, ParkedEvents parked, ParkedDeals deals, Clock clock) {
        return new WhenDealAdvancesThenApplyParked(log, parked, deals, clock);
    }

    @Bean
    WaitedEvents waitedEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new WaitedEvents(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    SecondChance secondChance(WaitedEvents events, ParkedDeals deals, EventReading reading, Clock clock) {
        return new SecondChance(events, deals, reading, clock);
    }

    @Bean
    WaitingRoom waitingRoom(
            ParkedEvents parked, ParkedDeals deals, DealRecords records, PipelineCatalogue pipelines, Clock clock) {
        return new WaitingRoom(parked, deals, records, pipelines, clock);
    }

    @Bean
    Reception reception(
            MilestoneCommands commands,
            DealOffice office,
            Claims claims,
            WaitingRoom waitingRoom,
            CustomerDeals customers) {
        return new Reception(commands, office, claims, waitingRoom, customers);
    }

    @Bean
    DealLanes dealLanes(LaneSettings settings) {
        return new DealLanes(settings);
    }

    @Bean
    ItemReading itemReading(EventReading reading, Problems problems, JsonMapper json) {
        return new ItemReading(reading, problems, json);
    }

    @Bean
    ManyEvents manyEvents(Reception reception, DealLanes lanes, Problems problems) {
        return new ManyEvents(reception, lanes, problems);
    }

    @Bean
    NdjsonExchange ndjsonExchange(IngestSettings settings, ItemReading reading, ManyEvents events, JsonMapper json) {
        return new NdjsonExchange(settings, reading, events, json);
    }

    @Bean
    TopicReader holderReader(TopicReaders readers, EventCodec codec, DealOffice office, DealLanes lanes) {
        return readers.reader(
                ReaderSettings.of("recognise-holder", Delivery.BEFORE_TRANSACTION, Topics.DEALS)
                        .ignoring(Sources.DEAL_SERVICE),
                new PoliciesInOrder(
                        lanes,
                        List.of(
                                new WhenOfferIsDeclinedThenTellDeal(codec, office),
                                new WhenResponsibilityTransferredThenRecogniseHolder(codec, office))));
    }

    @Bean
    MeterBinder waitingEvents(ParkedEvents parked) {
        return registry -> {
            Gauge.builder("baton.deal.events.parked", parked, ParkedEvents::count)
                    .description("events that wait for what must come before them")
                    .register(registry);
            Gauge.builder("baton.deal.events.given.up", parked, ParkedEvents::countGivenUp)
                    .description("events that waited in vain; each is in the table given_up_event")
                    .register(registry);
        };
    }
}
