package dev.baton.web.edge.problem;

/// A refusal on its way to the client; expected, so it carries no stack trace and is not logged as a fault.
public final class ProblemException extends RuntimeException implements Explained {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
