package dev.baton.projections.ops;

import dev.baton.axon.kafka.DeadLetter;
import dev.baton.axon.kafka.DeadLetters;
import dev.baton.axon.kafka.PartitionProgress;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.projections.answer.After;
import dev.baton.projections.answer.Rows;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What operators see of the readers, and what they may try again; for nobody else.
@RestController
class OpsController {
    private static final String SCOPE = "ops";

    private final ObjectProvider<TopicReader> readers;
    private final DeadLetters letters;

    OpsController(ObjectProvider<TopicReader> readers, DeadLetters letters) {
        this.readers = readers;
        this.letters = letters;
    }

    @GetMapping("/ops/projections")
    Rows<ReaderStatus> projections(Actor actor) {
        requireOperator(actor);
        return new Rows<>(readers.stream()
                .sorted(Comparator.comparing(TopicReader::name))
                .map(OpsController::status)
                .toList());
    }

    @GetMapping("/ops/dead-letters")
    Page<DeadLetter> deadLetters(PageRequest page, Actor actor) {
        requireOperator(actor);
        return Page.of(letters.list(after(page), page.fetch()), page, letter -> Cursor.of(letter.id()));
    }

    /// The reader tries it again within about a second; what waits behind it follows.
    @PostMapping("/ops/dead-letters/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable long id, Actor actor) {
        requireOperator(actor);
        if (!letters.retry(id)) {
            throw new ProblemException(Problem.of(
                    HttpStatus.NOT_FOUND, "unknown-dead-letter", "Unknown dead letter", "There is none with id " + id));
        }
    }

    /// Throws away what came over a topic and is no event.
    @PostMapping("/ops/dead-letters/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id, Actor actor) {
        requireOperator(actor);
        if (!letters.discard(id)) {
            throw new ProblemException(Problem.of(
                            HttpStatus.CONFLICT,
                            "not-discardable",
                            "Nothing to throw away",
                            "There is no dead letter " + id + " that is no event; an event can only be retried.")
                    .with("allowed", "retry"));
        }
    }

    private static void requireOperator(Actor actor) {
        if (!actor.scopes().contains(SCOPE)) {
            throw new ProblemException(
                    Problem.of(HttpStatus.FORBIDDEN, "scope-required", "Not yours to do", "This is for operations.")
                            .with("allowed", List.of(SCOPE)));
        }
    }

    private static ReaderStatus status(TopicReader reader) {
        List<PartitionProgress> used = reader.progress().stream()
                .filter(partition -> partition.endOffset() > 0)
                .toList();
        return new ReaderStatus(
                reader.name(),
                used.stream().mapToLong(PartitionProgress::nextOffset).sum(),
                used.stream().mapToLong(PartitionProgress::lag).sum(),
                reader.problem().orElse(null),
                used);
    }

    private static long after(PageRequest page) {
        String id = After.of(page, Long::valueOf).key(0);
        return id == null ? 0 : Long.parseLong(id);
    }
}
