package dev.baton.roles.parking;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.roles.handoff.HandOff;
import dev.baton.roles.rebuild.Rebuilding;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What ops see of hand-offs that fail, and what they may do about them once the cause is removed.
@RestController
@RequestMapping("/ops/parked-hand-offs")
class ParkedHandOffController {
    private final ParkingPlace parking;
    private final SecondTry secondTry;
    private final KeptRows kept;
    private final Rebuilding rebuilding;
    private final TransactionTemplate atRest;

    ParkedHandOffController(
            ParkingPlace parking,
            SecondTry secondTry,
            KeptRows kept,
            Rebuilding rebuilding,
            PlatformTransactionManager transactions) {
        this.parking = parking;
        this.secondTry = secondTry;
        this.kept = kept;
        this.rebuilding = rebuilding;
        this.atRest = new TransactionTemplate(transactions);
    }

    @GetMapping
    Page<ParkedHandOff> list(PageRequest page, Actor actor) {
        requireOperator(actor);
        return Page.of(parking.list(page), page, parked -> Cursor.of(parked.deal()));
    }

    /// What was kept is handled, in order and as far as it goes: each event by itself. 202 when the
    /// deal was parked this very moment and nothing is kept yet: then it is tried by itself.
    @PostMapping("/{deal}/retry")
    ResponseEntity<Retried> retry(@PathVariable String deal, Actor actor) {
        requireOperator(actor);
        ParkedHandOff before = parked(deal);
        SecondTry.Tried tried = secondTry.of(before.deal());
        Retried retried = new Retried(deal, tried.handled());
        return switch (tried.ending()) {
            case GOES_ON -> ResponseEntity.ok(retried);
            case COMES -> ResponseEntity.accepted().body(retried);
            case FAILS -> throw new ProblemException(stillWrong(deal, tried.handled()));
        };
    }

    /// Gives the deal's saga the memory that the log says it should have at the event that fails.
    @PostMapping("/{deal}/rebuild")
    Rebuilt rebuild(@PathVariable String deal, Actor actor) {
        requireOperator(actor);
        ParkedHandOff parked = parked(deal);
        return Objects.requireNonNull(atRest.execute(ignored -> rebuilt(deal, parked.position())));
    }

    /// Nobody goes on with the deal meanwhile.
    private Rebuilt rebuilt(String deal, long position) {
        if (!kept.rests(deal, position)) {
            throw notRebuilt("What was kept for " + deal + " is being tried; look again where it rests.");
        }
        return rebuilding
                .rebuild(deal, position)
                .map(handOff -> new Rebuilt(deal, position, handOff))
                .orElseThrow(() -> notRebuilt("The log knows of no hand-off of " + deal + "."));
    }

    private static ProblemException notRebuilt(String why) {
        return refused(CONFLICT, "not-rebuilt", "Not rebuilt", why);
    }

    private ParkedHandOff parked(String deal) {
        return parking.find(deal)
                .orElseThrow(() -> refused(NOT_FOUND, "not-parked", "Not parked", deal + " is not parked."));
    }

    private Problem stillWrong(String deal, int handled) {
        return parking.find(deal)
                .map(parked -> stillFailing(parked.cause())
                        .with("mend", parked.mend())
                        .with("position", parked.position())
                        .with("waiting", parked.waiting()))
                .orElseGet(() -> stillFailing("It was retried by somebody else meanwhile."))
                .with("handled", handled);
    }

    private static Problem stillFailing(String cause) {
        return Problem.of(CONFLICT, "still-failing", "Still failing", cause);
    }

    private static void requireOperator(Actor actor) {
        if (!actor.scopes().contains("ops")) {
            throw new ProblemException(
                    Problem.of(FORBIDDEN, "scope-required", "Not yours to do", "This is for operations.")
                            .with("allowed", "ops"));
        }
    }

    private static ProblemException refused(HttpStatus status, String code, String title, String detail) {
        return new ProblemException(Problem.of(status, code, title, detail));
    }

    /// @param handled events that were kept and have their effect now; among them may be what came
    ///     of the first of them
    record Retried(String deal, int handled) {}

    /// @param position of the event at which it goes on
    /// @param remembers what its saga remembers now
    record Rebuilt(String deal, long position, HandOff remembers) {}
}
