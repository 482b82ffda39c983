package dev.baton.axon.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries out a step: the handler's work, the guard, what waits, and the offset.
final class Application {
    private final ReaderSettings settings;
    private final EventBatchHandler handler;
    private final TransactionTemplate transactions;
    private final ReaderOffsets offsets;
    private final SubjectRows subjects;
    private final ParkedRows parked;
    private final DeadLetterRows letters;

    Application(
            ReaderSettings settings,
            EventBatchHandler handler,
            TransactionTemplate transactions,
            ReaderOffsets offsets,
            JdbcTemplate template) {
        this.settings = settings;
        this.handler = handler;
        this.transactions = transactions;
        this.offsets = offsets;
        this.subjects = new SubjectRows(JdbcClient.create(template), settings.name());
        this.parked = new ParkedRows(template, settings.name());
        this.letters = new DeadLetterRows(template, settings.name());
    }

    /// @return whether more may be free than this step took along
    boolean carryOut(Step step) {
        return switch (settings.delivery()) {
            case IN_TRANSACTION -> inTransaction(step);
            case BEFORE_TRANSACTION -> beforeTransaction(step);
        };
    }

    private boolean inTransaction(Step step) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            fence(step);
            var known = known(step);
            var sorted = SequenceGuard.sort(step.arrivals(), known);
            handle(sorted);
            store(step, known, sorted);
            return full(known);
        }));
    }

    private boolean beforeTransaction(Step step) {
        var known = known(step);
        var sorted = SequenceGuard.sort(step.arrivals(), known);
        handle(sorted);
        transactions.executeWithoutResult(status -> {
            fence(step);
            store(step, known, sorted);
        });
        return full(known);
    }

    /// The event that alone could not be applied becomes a letter; whatever was read with it is done.
    void bury(Step alone, String error) {
        transactions.executeWithoutResult(status -> {
            fence(alone);
            for (var poison : alone.arrivals()) {
                letters.bury(poison, error);
                parked.forget(poison);
            }
            offsets.move(alone.to());
        });
    }

    private void fence(Step step) {
        offsets.bound();
        offsets.fence(step.from());
    }

    private Known known(Step step) {
        var touched = step.subjects();
        if (touched.isEmpty()) {
            return new Known(Map.of(), List.of(), Set.of());
        }
        var known = subjects.known(touched);
        var released = step.released(known);
        return released.isEmpty() ? known : known.with(parked.of(released, settings.batchSize()));
    }

    private void handle(Sorted sorted) {
        if (!sorted.due().isEmpty()) {
            handler.handle(sorted.received());
        }
    }

    private void store(Step step, Known known, Sorted sorted) {
        subjects.move(sorted.lasts(), known);
        parked.park(sorted.early());
        step.unreadable().forEach(letters::bury);
        settle(known, sorted);
        step.letters().forEach(letters::forget);
        offsets.move(step.to());
    }

    private void settle(Known known, Sorted sorted) {
        var settled = new HashMap<>(sorted.lasts());
        settled.keySet().retainAll(known.waiting());
        parked.forgetUpTo(settled);
        letters.forgetUpTo(settled);
    }

    private boolean full(Known known) {
        return known.parked().size() >= settings.batchSize();
    }
}
