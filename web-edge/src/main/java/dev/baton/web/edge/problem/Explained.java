package dev.baton.web.edge.problem;

/// A failure that brings its own wording.
public interface Explained {
    Problem problem();
}
