package dev.baton.web.edge.problem;

import java.util.Optional;

/// How a service words its own refusals: every bean of this type is asked before the edge's own translations.
@FunctionalInterface
public interface ProblemTranslation {

    /// The problem that the client is told, or empty when this failure is not its business.
    Optional<Problem> translate(Throwable failure);
}
