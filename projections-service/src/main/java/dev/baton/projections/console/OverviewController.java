package dev.baton.projections.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class OverviewController {
    private final OverviewQuery overview;
    private final PeopleQuery people;

    OverviewController(OverviewQuery overview, PeopleQuery people) {
        this.overview = overview;
        this.people = people;
    }

    @GetMapping("/")
    String page(Model model) {
        fill(model);
        return "overview";
    }

    /// The part that is asked for again and again while the page is open.
    @GetMapping("/console/overview")
    String figures(Model model) {
        fill(model);
        return "overview :: figures";
    }

    private void fill(Model model) {
        model.addAttribute("overview", overview.ask());
        model.addAttribute("people", people.all());
    }
}
