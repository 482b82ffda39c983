package dev.baton.deal.lifecycle;

import java.util.Optional;

/// The rules that are in force, and those that once were.
public interface Pipelines {

    /// What a new lead in this pipeline begins with.
    Optional<Pipeline> newest(String name);

    /// What a deal keeps.
    ///
    /// @throws IllegalStateException when it is lost, which no deal should live to see
    Pipeline version(String name, int version);
}
