package dev.baton.deal.command;

import dev.baton.deal.aggregate.OpenRequests;
import dev.baton.deal.aggregate.OpenRequests.OpenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whom deals wait for: sales plans, approvals, advice, answers.
@RestController
public final class RequestsController {
    private static final int MOST = 1_000;

    private final OpenRequests requests;

    public RequestsController(OpenRequests requests) {
        this.requests = requests;
    }

    /// The 1,000 soonest due.
    ///
    /// @param member whose queue; everybody's when absent
    /// @param unnamed with it, also what any specialist may answer
    @GetMapping("/v1/requests")
    public List<OpenRequest> open(
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(defaultValue = "false") boolean unnamed) {
        return requests.queue(member, unnamed, MOST);
    }
}
