package dev.baton.deal.command;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import org.springframework.http.HttpStatus;

/// Nothing is known of the deal.
final class UnknownDeal {

    private UnknownDeal() {}

    static ProblemException of(String deal) {
        return new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, "unknown-deal", "Unknown deal", "deal '" + deal + "' is not known"));
    }
}
