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
import org.springframework.http.HttpStatus;
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
    private final Rebuilding rebuilding;

    ParkedHandOffController(ParkingPlace parking, SecondTry secondTry, Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
        this.parking = parking;
        this.secondTry = secondTry;
    }

    @GetMapping
    Page<ParkedHandOff> list(PageRequest page, Actor actor) {
        requireOperator(actor);
        return Page.of(parking.list(page), page, parked -> Cursor.of(parked.deal()));
    }

    /// Everything that was kept is handled, in order, or nothing of it.
    @PostMapping("/{deal}/retry")
    Retried retry(@PathVariable String deal, Actor actor) {
        requireOperator(actor);
        ParkedHandOff parked = parked(deal);
        if (!secondTry.of(parked)) {
            throw new ProblemException(stillWrong(deal));
        }
        return new Retried(deal, parked.waiting());
    }

    /// Gives the deal's saga the memory that the log says it should have at the event that fails.
    @PostMapping("/{deal}/rebuild")
    Rebuilt rebuild(@PathVariable String deal, Actor actor) {
        requireOperator(actor);
        ParkedHandOff parked = parked(deal);
        return rebuilding
                .rebuild(deal, parked.position())
                .map(handOff -> new Rebuilt(deal, parked.position(), handOff))
                .orElseThrow(() -> refused(
                        CONFLICT, "not-rebuilt", "Not rebuilt", "The log knows of no hand-off of " + deal + "."));
    }

    private ParkedHandOff parked(String deal) {
        return parking.find(deal)
                .orElseThrow(() -> refused(NOT_FOUND, "not-parked", "Not parked", deal + " is not parked."));
    }

    private Problem stillWrong(String deal) {
        return parking.find(deal)
                .map(parked -> stillFailing(parked.cause()).with("mend", parked.mend()))
                .orElseGet(() -> stillFailing("It was retried by somebody else meanwhile."));
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

    /// @param handled events that were kept and have their effect now
    record Retried(String deal, int handled) {}

    /// @param position of the event at which it goes on
    /// @param remembers what its saga remembers now
    record Rebuilt(String deal, long position, HandOff remembers) {}
}
