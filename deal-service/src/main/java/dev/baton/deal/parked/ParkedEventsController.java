package dev.baton.deal.parked;

import dev.baton.deal.claim.WaitedEvent;
import dev.baton.deal.claim.WaitedEvent.State;
import dev.baton.deal.claim.WaitedEvents;
import dev.baton.deal.parked.SecondChance.Retried;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What ops see of events that came too early, and what they may do about them.
@RestController
@RequestMapping("/ops/parked-events")
public final class ParkedEventsController {
    private static final Set<State> NOT_SETTLED = EnumSet.complementOf(EnumSet.of(State.DISCARDED));

    private final WaitedEvents events;
    private final SecondChance secondChance;

    public ParkedEventsController(WaitedEvents events, SecondChance secondChance) {
        this.events = events;
        this.secondChance = secondChance;
    }

    /// In the order of arrival.
    ///
    /// @param state all that are not settled when absent
    @GetMapping
    public Page<WaitedEvent> list(
            @RequestParam(required = false) @Nullable State state, PageRequest page, Actor actor) {
        checkOperator(actor);
        Set<State> wanted = state == null ? NOT_SETTLED : EnumSet.of(state);
        return Page.of(events.list(wanted, after(page), page.fetch()), page, event -> Cursor.of(event.number()));
    }

    /// Tries it at once, instead of when its deal moves; one that was given up waits again when it is still too early.
    @PostMapping("/{number}/retry")
    public Retried retry(@PathVariable long number, Actor actor) {
        checkOperator(actor);
        return secondChance.retry(known(number));
    }

    /// Settles one that was given up: it is not needed, and no longer listed or counted.
    @PostMapping("/{number}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void discard(@PathVariable long number, Actor actor) {
        checkOperator(actor);
        if (known(number).waits() || !events.discard(number, actor.id())) {
            throw new ProblemException(Problem.of(
                            HttpStatus.CONFLICT,
                            "still-waiting",
                            "It still waits",
                            "Event " + number + " is not given up; only its sender can take it back.")
                    .with("allowed", "retry"));
        }
    }

    private WaitedEvent known(long number) {
        return events.find(number)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "unknown-parked-event",
                        "Unknown parked event",
                        "None is parked under the number " + number + "; perhaps it was applied.")));
    }

    private static void checkOperator(Actor actor) {
        if (!actor.scopes().contains("ops")) {
            throw new ProblemException(
                    Problem.of(HttpStatus.FORBIDDEN, "scope-required", "Not yours to do", "This is for operations.")
                            .with("allowed", List.of("ops")));
        }
    }

    private static long after(PageRequest page) {
        Cursor cursor = page.after();
        try {
            return cursor == null ? 0 : Long.parseLong(cursor.keys(1).getFirst());
        } catch (NumberFormatException ofAnotherListing) {
            throw Cursor.invalid();
        }
    }
}
