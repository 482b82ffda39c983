package dev.baton.roles.counsel;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.baton.contract.Role;
import dev.baton.roles.command.Counter;
import dev.baton.roles.command.Request;
import dev.baton.roles.member.CounselCommand.PublishMarketNote;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What specialists know of the market, for everybody of the department.
@RestController
@RequestMapping("/v1/market-notes")
class MarketNoteController {
    private final Counter counter;
    private final MarketNoteQuery notes;

    MarketNoteController(Counter counter, MarketNoteQuery notes) {
        this.counter = counter;
        this.notes = notes;
    }

    /// A title that the specialist used before is the next version of that note; the same again is
    /// none.
    @PostMapping
    ResponseEntity<String> publish(@RequestBody Given given, Request request) {
        Actor actor = request.actor();
        String specialist = actor.member();
        if (specialist == null || !actor.roles().contains(Role.SALES_SPECIALIST.name())) {
            throw new ProblemException(
                    Problem.of(FORBIDDEN, "role-required", "Not yours to do", "A specialist publishes market notes.")
                            .with("allowed", "SALES_SPECIALIST"));
        }
        PublishMarketNote command = given.by(specialist);
        return counter.carryOut(request, given, List.of(command), CREATED, Map.of("id", command.note()));
    }

    @GetMapping
    Page<MarketNote> list(
            @RequestParam @Nullable String product, @RequestParam @Nullable String territory, PageRequest page) {
        return notes.list(product, territory, page);
    }

    /// All versions, the newest first.
    @GetMapping("/{id}")
    List<MarketNote> versions(@PathVariable String id) {
        List<MarketNote> versions = notes.versions(id);
        if (versions.isEmpty()) {
            throw new ProblemException(
                    Problem.of(NOT_FOUND, "market-note-unknown", "Market note unknown", "There is no such note."));
        }
        return versions;
    }

    /// @param products of which it speaks; left out when of all
    /// @param territories where it holds; left out when everywhere
    record Given(
            String title,
            String text,
            @Nullable Set<String> products,
            @Nullable Set<String> territories) {
        PublishMarketNote by(String specialist) {
            return new PublishMarketNote(
                    specialist,
                    title,
                    text,
                    products == null ? Set.of() : products,
                    territories == null ? Set.of() : territories);
        }
    }
}
