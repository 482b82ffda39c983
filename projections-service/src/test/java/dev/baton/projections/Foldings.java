package dev.baton.projections;

import dev.baton.contract.json.JsonEventCodec;
import dev.baton.projections.testing.FoldedRows;

/// Rows as this service folds them, for tests of other packages.
public final class Foldings {
    private Foldings() {}

    public static FoldedRows rows() {
        return new FoldedRows(jdbc -> new Folding().models(jdbc, new JsonEventCodec()));
    }
}
