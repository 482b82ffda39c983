package dev.baton.projections.story;

import dev.baton.projections.answer.Choice;
import dev.baton.projections.deal.Deal;
import dev.baton.projections.deal.DealFilter;
import dev.baton.projections.deal.DealQuery;
import dev.baton.projections.deal.DealState;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StoryController {
    private final DealQuery deals;
    private final StoryQuery stories;
    private final TimelineQuery timeline;

    StoryController(DealQuery deals, StoryQuery stories, TimelineQuery timeline) {
        this.deals = deals;
        this.stories = stories;
        this.timeline = timeline;
    }

    @GetMapping("/v1/deals")
    Page<Deal> deals(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String q,
            PageRequest page) {
        DealState wanted = Choice.optional("state", state, DealState.class);
        return deals.list(new DealFilter(wanted, holder, territory, q), page);
    }

    @GetMapping("/v1/deals/{id}")
    Story deal(@PathVariable String id) {
        return stories.find(id).orElseThrow(() -> unknown(id));
    }

    @GetMapping("/v1/deals/{id}/timeline")
    Page<Told> timeline(@PathVariable String id, PageRequest page) {
        return deals.find(id).map(known -> timeline.of(id, page)).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND, "unknown-deal", "Unknown deal", "No event of a deal '" + id + "' was read yet."));
    }
}
