package dev.baton.roles.intake;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.axon.postgres.EventIntake;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.roles.deadline.DeadlineRows;
import dev.baton.roles.deadline.OwedRows;
import dev.baton.roles.directory.LackingPackages;
import dev.baton.roles.waiting.EffortRows;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// Appends what deals tell to the own log, under its own ids, in the commit of the reader's offset: what was known
/// when something was decided stays on record.
@Component
public class DealEventIntake implements EventBatchHandler {
    private final EventIntake log;
    private final EventCodec codec;
    private final JdbcOperations jdbc;
    private final DeadlineRows deadlines;
    private final OwedRows owed;
    private final LackingPackages packages;
    private final EffortRows efforts;

    DealEventIntake(
            EventIntake log,
            EventCodec codec,
            JdbcOperations jdbc,
            DeadlineRows deadlines,
            OwedRows owed,
            LackingPackages packages,
            EffortRows efforts) {
        this.log = log;
        this.codec = codec;
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.owed = owed;
        this.packages = packages;
        this.efforts = efforts;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        List<EventEnvelope> events = batch.stream().map(ReceivedEvent::envelope).toList();
        log.takeIn(events, event -> StreamId.deal(event.subject()));
        List<Taken> taken = events.stream()
                .filter(event -> codec.knows(event.type()))
                .<Taken>mapMulti(this::fact)
                .toList();
        List<OwedRows.Told> facts = taken.stream().map(Taken::told).toList();
        jdbc.batchUpdate(
                "insert into lead (deal, pipeline, territory, product, customer, language, title)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                facts.stream()
                        .filter(told -> told.event() instanceof LeadFound)
                        .map(told -> lead(told.deal(), (LeadFound) told.event()))
                        .toList());
        jdbc.batchUpdate(
                "update lead set title = ? where deal = ?",
                facts.stream().mapMulti(DealEventIntake::title).toList());
        deadlines.take(facts.stream()
                .map(told -> new DeadlineRows.Told(told.deal(), told.event()))
                .toList());
        owed.take(facts);
        efforts.take(taken.stream()
                .map(one -> new EffortRows.Told(one.told().deal(), one.told().event(), one.id()))
                .toList());
        packages.complete(facts.stream()
                .filter(told -> LackingPackages.completedBy(told.event()))
                .map(OwedRows.Told::deal)
                .collect(Collectors.toSet()));
    }

    private record Taken(UUID id, OwedRows.Told told) {}

    private void fact(EventEnvelope event, Consumer<Taken> facts) {
        if (codec.decode(event.type(), event.data()) instanceof DealEvent told) {
            facts.accept(new Taken(event.id(), new OwedRows.Told(event.subject(), told, event.time())));
        }
    }

    private static @Nullable Object[] lead(String deal, LeadFound lead) {
        Customer customer = lead.customer();
        return new @Nullable Object[] {
            deal,
            lead.pipeline(),
            lead.territory(),
            lead.product(),
            customer == null ? null : customer.id(),
            customer == null ? null : customer.language(),
            lead.title()
        };
    }

    /// What routing goes by is corrected by the relay, in the order in which it hears of it.
    private static void title(OwedRows.Told told, Consumer<Object[]> titles) {
        if (told.event() instanceof DealCorrected corrected && corrected.title() != null) {
            titles.accept(new Object[] {corrected.title(), told.deal()});
        }
    }
}
