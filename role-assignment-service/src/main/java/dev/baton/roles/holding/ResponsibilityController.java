package dev.baton.roles.holding;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.command.Counter;
import dev.baton.roles.command.Request;
import dev.baton.roles.directory.Members;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import dev.baton.web.edge.security.RequiresScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who is accountable for a deal, and a manager's word about it.
@RestController
@RequestMapping("/v1/deals/{deal}")
class ResponsibilityController {
    private final Counter counter;
    private final Holdings holdings;
    private final Members members;

    ResponsibilityController(Counter counter, Holdings holdings, Members members) {
        this.counter = counter;
        this.holdings = holdings;
        this.members = members;
    }

    @GetMapping("/responsibility")
    ResponsibilityView responsibility(@PathVariable String deal) {
        return holdings.of(deal)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        NOT_FOUND, "deal-unknown", "Deal unknown", "Nobody was ever accountable for this deal.")));
    }

    /// Moves the baton at once, whatever stands out: a manager wins over an offer, by epoch. It goes to somebody who
    /// can go on with the deal from where it is.
    @PostMapping("/reassign")
    @RequiresScope("deals:write")
    ResponseEntity<String> reassign(@PathVariable String deal, @RequestBody Reassignment to, Request request) {
        String manager = managing(request);
        boolean ended = responsibility(deal).ended() != null;
        Holder holder = new Holder(to.role(), to.member());
        return counter.carryOut(
                request,
                to,
                () -> requireCarrier(deal, ended, holder),
                List.of(new ForceTransfer(deal, holder, to.epoch(), manager)),
                OK,
                new Reassigned(deal, holder));
    }

    /// Nobody carries a deal that has ended, which is for the responsibility itself to say.
    private void requireCarrier(String deal, boolean ended, Holder to) {
        if (to.role() == Role.SALES_SPECIALIST || !members.has(to)) {
            throw new ProblemException(Problem.of(
                    UNPROCESSABLE_CONTENT,
                    "holder-impossible",
                    "Holder impossible",
                    to.member() + " does not carry deals as " + to.role() + "."));
        }
        List<Role> carriers = ended ? List.of() : holdings.carriers(deal);
        if (!ended && !carriers.contains(to.role())) {
            throw new ProblemException(Problem.of(
                            CONFLICT,
                            "role-does-not-fit",
                            "Role does not fit",
                            "Nobody can go on with this deal as " + to.role() + " from where it is.")
                    .with("allowed", carriers));
        }
    }

    /// Whoever signs in as a manager and never joined as one, or has left, has nobody's deals to
    /// move: the proof takes the department's word for who manages.
    private String managing(Request request) {
        String member = request.actor().member();
        if (member == null
                || !request.actor().roles().contains(Role.SALES_MANAGER.name())
                || !members.has(new Holder(Role.SALES_MANAGER, member))) {
            throw new ProblemException(
                    Problem.of(FORBIDDEN, "manager-needed", "Manager needed", "Only a sales manager reassigns a deal.")
                            .with("allowed", Role.SALES_MANAGER));
        }
        return member;
    }

    /// @param epoch the new holding's, for a manager who insists that nothing has changed meanwhile
    record Reassignment(Role role, String member, @Nullable Integer epoch) {}

    record Reassigned(String deal, Holder holder) {}
}
