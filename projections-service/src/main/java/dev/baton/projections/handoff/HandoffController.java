package dev.baton.projections.handoff;

import dev.baton.contract.Role;
import dev.baton.projections.answer.Choice;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HandoffController {
    private final HandoffQuery handoffs;

    HandoffController(HandoffQuery handoffs) {
        this.handoffs = handoffs;
    }

    @GetMapping("/v1/handoffs")
    Handoffs handoffs() {
        return handoffs.ask();
    }

    @GetMapping("/v1/handoffs/list")
    Page<Handoff> list(
            @RequestParam(required = false) @Nullable String deal,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String member,
            PageRequest page) {
        return handoffs.list(deal, Choice.optional("role", role, Role.class), member, page);
    }
}
