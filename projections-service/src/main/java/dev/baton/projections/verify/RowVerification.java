package dev.baton.projections.verify;

import dev.baton.axon.kafka.ops.LongTask;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.verify.Fault;
import dev.baton.axon.kafka.verify.Finding;
import dev.baton.axon.kafka.verify.Findings;
import dev.baton.axon.kafka.verify.InOrder;
import dev.baton.axon.kafka.verify.TopicScan;
import dev.baton.axon.kafka.verify.VerificationReport;
import dev.baton.axon.kafka.verify.Where;
import dev.baton.projections.folding.Model;
import dev.baton.projections.folding.Models;
import dev.baton.projections.generation.GenerationTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Folds the topics once more, into temporary tables, and compares them with the live rows row by row.
///
/// All within one snapshot of the database, which has both the rows and the offsets that they stand at: readers go on
/// meanwhile, and what they add is not seen. The snapshot is open for as long as it takes to fold everything.
@Component
class RowVerification implements LongTask {
    /// PostgreSQL's name for the temporary tables of a session, whatever the schema is called.
    private static final String SCRATCH = "pg_temp";

    private static final int FLUSHED_AT = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Models models;
    private final KafkaClients clients;
    private final JdbcTemplate jdbc;
    private final GenerationTables generations;
    private final ReadersDue readers;
    private final TransactionTemplate snapshot;

    RowVerification(
            Models models,
            KafkaClients clients,
            JdbcTemplate jdbc,
            GenerationTables generations,
            ReadersDue readers,
            PlatformTransactionManager transactions) {
        this.models = models;
        this.clients = clients;
        this.jdbc = jdbc;
        this.generations = generations;
        this.readers = readers;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public VerificationReport run(Map<String, String> options, TaskProgress progress) throws InterruptedException {
        readers.await(progress, PATIENCE);
        return Objects.requireNonNull(snapshot.execute(status -> {
            status.setRollbackOnly();
            return verify(progress);
        }));
    }

    private VerificationReport verify(TaskProgress progress) {
        var findings = new Findings();
        var fence = readers.fence().within(readers.ends());
        var tables = new ScratchTables(jdbc, generations, fence.generation());
        var heldBack = new HeldBack(jdbc);
        tables.lay();
        heldBack.note(fence.generation(), findings);
        progress.begin("folding the topics", fence.records());
        long before = 0;
        for (Model<?> model : models.of(SCRATCH)) {
            for (var lot : fence.lots(model.topic())) {
                fold(model, lot, heldBack, findings, before, progress);
                before += lot.values().stream().mapToLong(Long::longValue).sum();
            }
        }
        progress.begin("comparing rows", tables.names().size());
        long compared = 0;
        for (String table : tables.names()) {
            tables.compare(table, findings);
            progress.reached(++compared);
        }
        findings.looked("records", fence.records());
        return findings.report(fence.generation(), null);
    }

    private void fold(
            Model<?> model,
            Map<TopicPartition, Long> lot,
            HeldBack heldBack,
            Findings findings,
            long before,
            TaskProgress progress) {
        var handler = model.bulk();
        var order = new InOrder(handler::apply);
        var unflushed = new int[1];
        new TopicScan(clients, lot)
                .read(
                        records -> {
                            order.take(records);
                            unflushed[0] += records.size();
                            if (unflushed[0] >= FLUSHED_AT) {
                                handler.flush();
                                unflushed[0] = 0;
                            }
                        },
                        reached -> progress.reached(before + reached));
        handler.finish();
        heldBack.note(order.holes(), model.topic(), findings);
        foreign(order.unreadable(), findings);
    }

    /// It concerns no row, and yet nobody who may write to the topic would have written it.
    private static void foreign(List<ConsumerRecord<byte[], byte[]>> unreadable, Findings findings) {
        unreadable.forEach(record -> findings.add(new Finding(
                Where.TOPIC,
                Fault.EXTRA,
                null,
                null,
                record.topic() + "/" + record.partition() + "@" + record.offset(),
                "the record is no event")));
    }
}
