package dev.baton.roles;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.postgres.StreamAggregates;
import dev.baton.contract.EventCodec;
import dev.baton.contract.Sources;
import dev.baton.contract.Topics;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.roles.command.Office;
import dev.baton.roles.command.Request;
import dev.baton.roles.directory.CommittedRows;
import dev.baton.roles.handoff.HandOffSaga;
import dev.baton.roles.handoff.Relay;
import dev.baton.roles.handoff.Team;
import dev.baton.roles.holding.QueueStreamSettings;
import dev.baton.roles.intake.DealEventIntake;
import dev.baton.roles.member.AccountExecutive;
import dev.baton.roles.member.CustomerSupportRepresentative;
import dev.baton.roles.member.SalesManager;
import dev.baton.roles.member.SalesRepresentative;
import dev.baton.roles.member.SalesSpecialist;
import dev.baton.roles.parking.WhenABatchIsBlamedThenTryEachEvent;
import dev.baton.roles.parking.WhenACommitFailsThenBlameItsDeal;
import dev.baton.roles.parking.WhenAHandOffFailsThenParkItsDeal;
import dev.baton.roles.responsibility.DealResponsibility;
import dev.baton.roles.rounds.Rounds;
import dev.baton.roles.rounds.RoundsSettings;
import dev.baton.roles.steward.StewardSettings;
import dev.baton.roles.waiting.WhenCapacityFreesThenWakeTheQueue;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.StreamableMessageSource;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the parts of this service are made of.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StewardSettings.class, RoundsSettings.class, QueueStreamSettings.class})
class RolesWiring {
    /// Deals under way; one that is not kept is read anew.
    private static final int DEALS_KEPT = 20_000;

    /// In each role; a steward has tens of thousands of facts.
    private static final int PEOPLE_KEPT = 2_000;

    private static final int INTAKE_BATCH = 500;
    private static final int WAKING_BATCH = 100;
    private static final int RELAY_BATCH = 50;

    @Bean
    EventCodec eventCodec() {
        return new JsonEventCodec();
    }

    @Bean
    ConfigurerModule dealResponsibility() {
        return configurer -> configurer.configureAggregate(StreamAggregates.of(DealResponsibility.class, DEALS_KEPT));
    }

    @Bean
    ConfigurerModule theFiveRoles() {
        return configurer -> {
            for (Class<?> role : List.of(
                    SalesRepresentative.class,
                    AccountExecutive.class,
                    SalesManager.class,
                    SalesSpecialist.class,
                    CustomerSupportRepresentative.class)) {
                configurer.configureAggregate(StreamAggregates.of(role, PEOPLE_KEPT));
            }
        };
    }

    @Bean
    ConfigurerModule rowsWithinTheCommit() {
        return configurer -> configurer.eventProcessing().registerSubscribingEventProcessor(CommittedRows.GROUP);
    }

    /// What the edge hands to a controller is no parameter of the API.
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, PageRequest.class, Request.class);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Most of what it hears of is that nobody waits: that costs a look, and a commit only now and then.
    @Bean
    ConfigurerModule queueInBatches() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        WhenCapacityFreesThenWakeTheQueue.GROUP,
                        (config, processor) -> processor
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(1)
                                .batchSize(WAKING_BATCH));
    }

    /// Several events in one commit. One segment: two would wait for each other's people.
    @Bean
    ConfigurerModule relayInBatches() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        HandOffSaga.GROUP,
                        (config, processor) -> processor
                                .initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(1)
                                .batchSize(RELAY_BATCH));
    }

    @Bean
    ConfigurerModule parkingForTheRelay(
            WhenAHandOffFailsThenParkItsDeal parking, WhenACommitFailsThenBlameItsDeal blaming) {
        return configurer -> configurer
                .eventProcessing()
                .registerErrorHandler(HandOffSaga.GROUP, config -> blaming)
                .registerHandlerInterceptor(HandOffSaga.GROUP, config -> parking);
    }

    @Bean
    Relay relay(Team team, Office office, Clock clock) {
        return new Relay(
                team, (command, effective) -> office.send(command, Map.of("occurredat", effective.toString())), clock);
    }

    /// In the database's table of tasks: one instance walks at a time, and another goes on when it dies.
    @Bean
    RecurringTask<Void> recurringRounds(ObjectProvider<Rounds> rounds, RoundsSettings settings) {
        return Tasks.recurring("rounds", FixedDelay.of(settings.every()))
                .execute((instance, context) -> rounds.getObject().walk());
    }

    /// Beside the rounds, which do not wait for it.
    @Bean
    RecurringTask<Void> recurringSecondTries(
            ObjectProvider<WhenABatchIsBlamedThenTryEachEvent> tries, RoundsSettings settings) {
        return Tasks.recurring("parked-hand-offs", FixedDelay.of(settings.every()))
                .execute((instance, context) -> tries.getObject().tryThoseDue());
    }

    @Bean
    TopicReader dealReader(TopicReaders readers, DealEventIntake intake) {
        return readers.reader(
                ReaderSettings.of("roles-deals", Delivery.IN_TRANSACTION, Topics.DEALS)
                        .ignoring(Sources.ROLE_ASSIGNMENT_SERVICE)
                        .batchesOf(INTAKE_BATCH),
                intake);
    }
}
