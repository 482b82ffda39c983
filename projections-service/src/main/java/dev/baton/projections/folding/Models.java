package dev.baton.projections.folding;

import java.util.List;

/// All models of a generation: one per topic.
@FunctionalInterface
public interface Models {
    List<Model<?>> of(String generation);
}
