package dev.baton.roles.rebuild;

import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.verify.Fault;
import dev.baton.axon.kafka.verify.Finding;
import dev.baton.axon.kafka.verify.Findings;
import dev.baton.axon.kafka.verify.Remembered;
import dev.baton.axon.kafka.verify.Where;
import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCodec;
import dev.baton.roles.handoff.HandOff;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares every saga with what the log says it should remember. One snapshot of the database has both: a saga is
/// written in the commit of what it did, and of how far it has heard.
@Component
class HandOffVerification implements Remembered {
    private static final int PAGE = 2_000;

    private final EventLog log;
    private final EventCodec codec;
    private final StoredHandOffs stored;
    private final TransactionTemplate snapshot;

    HandOffVerification(
            EventLog log, EventCodec codec, StoredHandOffs stored, PlatformTransactionManager transactions) {
        this.log = log;
        this.codec = codec;
        this.stored = stored;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public void verify(Findings findings, TaskProgress progress) {
        snapshot.executeWithoutResult(ignored -> compare(findings, progress));
    }

    private void compare(Findings findings, TaskProgress progress) {
        long heard = stored.heard();
        Map<String, Long> parked = stored.parked();
        RebuiltHandOffs rebuilt = rebuilt(progress);
        Set<String> unseen = new HashSet<>(rebuilt.deals());
        stored.each((deal, kept) -> {
            unseen.remove(deal);
            HandOffDifference.between(kept, rebuilt.of(deal, known(deal, parked, heard)))
                    .ifPresent(found -> add(findings, deal, found));
            findings.looked("sagas", 1);
        });
        unseen.forEach(deal ->
                missing(rebuilt, deal, known(deal, parked, heard)).ifPresent(found -> add(findings, deal, found)));
    }

    /// A deal rests where it is parked, unless the relay has not come there again since it failed.
    private static long known(String deal, Map<String, Long> parked, long heard) {
        return Math.min(parked.getOrDefault(deal, heard + 1) - 1, heard);
    }

    /// A deal that is over needs no memory.
    private static Optional<HandOffDifference> missing(RebuiltHandOffs rebuilt, String deal, long heard) {
        HandOff due = rebuilt.of(deal, heard);
        return due == null || due.over() != null
                ? Optional.empty()
                : Optional.of(new HandOffDifference(Fault.MISSING, "by the log it is " + due));
    }

    private RebuiltHandOffs rebuilt(TaskProgress progress) {
        progress.begin("hand-offs", log.lastPosition());
        RebuiltHandOffs rebuilt = new RebuiltHandOffs(codec);
        long position = 0;
        for (List<StoredEvent> page = log.readAfter(0, PAGE); !page.isEmpty(); page = log.readAfter(position, PAGE)) {
            page.forEach(rebuilt::take);
            position = page.getLast().position();
            progress.reached(position);
        }
        return rebuilt;
    }

    private static void add(Findings findings, String deal, HandOffDifference found) {
        findings.add(new Finding(Where.SAGA, found.fault(), deal, null, "saga", found.detail()));
    }

    /// What the log says that the relay of a deal should remember when it comes to that event.
    Optional<HandOff> before(String deal, long position) {
        return Optional.ofNullable(rebuilt(new TaskProgress()).of(deal, position - 1));
    }
}
