package dev.baton.projections.console;

import dev.baton.contract.EventCodec;
import dev.baton.projections.answer.Choice;
import dev.baton.projections.deal.DealFilter;
import dev.baton.projections.deal.DealQuery;
import dev.baton.projections.deal.DealState;
import dev.baton.projections.story.Story;
import dev.baton.projections.story.StoryQuery;
import dev.baton.projections.story.TimelineQuery;
import dev.baton.projections.story.Told;
import dev.baton.web.edge.page.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DealsController {
    /// Longer stories are for the API.
    private static final int LONGEST_STORY = 500;

    private final DealQuery deals;
    private final StoryQuery stories;
    private final TimelineQuery timeline;
    private final PeopleQuery people;
    private final EventCodec codec;

    DealsController(DealQuery deals, StoryQuery stories, TimelineQuery timeline, PeopleQuery people, EventCodec codec) {
        this.deals = deals;
        this.stories = stories;
        this.timeline = timeline;
        this.people = people;
        this.codec = codec;
    }

    @GetMapping("/deals")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String territory,
            @RequestParam(defaultValue = "") String holder,
            PageRequest page,
            Model model) {
        DealState wanted = Choice.optional("state", state, DealState.class);
        DealFilter filter = new DealFilter(wanted, emptyIsAny(holder), emptyIsAny(territory), q);
        model.addAttribute("filter", filter);
        model.addAttribute("states", DealState.values());
        model.addAttribute("page", deals.list(filter, page));
        model.addAttribute("first", page.after() == null);
        model.addAttribute("choices", deals.choices());
        model.addAttribute("people", people.all());
        return "deals";
    }

    @GetMapping("/deals/{id}")
    String story(@PathVariable String id, Model model, HttpServletResponse response) {
        Story story = stories.find(id).orElse(null);
        if (story == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "unknown";
        }
        People known = people.all();
        model.addAttribute("story", story);
        model.addAttribute("spans", Span.of(story.holdings()));
        model.addAttribute("people", known);
        model.addAttribute("lines", lines(id, new Telling(known)));
        return "story";
    }

    private List<Line> lines(String id, Telling telling) {
        return timeline.first(id, LONGEST_STORY).stream()
                .map(told -> new Line(told, telling.tell(read(told))))
                .toList();
    }

    private Object read(Told told) {
        return codec.decode(told.type(), told.data().toString());
    }

    private static @Nullable String emptyIsAny(String choice) {
        return choice.isEmpty() ? null : choice;
    }

    /// One line of the story: what happened, and in which words.
    public record Line(Told told, String sentence) {}
}
