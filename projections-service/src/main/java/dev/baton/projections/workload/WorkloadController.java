package dev.baton.projections.workload;

import dev.baton.contract.Role;
import dev.baton.projections.answer.Choice;
import dev.baton.projections.answer.Rows;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WorkloadController {
    private final WorkloadQuery workload;

    WorkloadController(WorkloadQuery workload) {
        this.workload = workload;
    }

    @GetMapping("/v1/workload")
    Rows<Workload> workload(@RequestParam(required = false) @Nullable String role) {
        return new Rows<>(workload.ask(Choice.optional("role", role, Role.class)));
    }

    @GetMapping("/v1/workload/days")
    Page<WorkloadDay> days(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String member,
            PageRequest page) {
        return workload.days(Choice.optional("role", role, Role.class), member, page);
    }
}
