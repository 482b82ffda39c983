package dev.baton.projections.replay;

import dev.baton.projections.generation.Positions;
import java.util.List;

/// @param fence where both generations stood
/// @param certificate of the rebuilt generation
/// @param differing how many rows differ
/// @param differences the first of them, of each table
record Comparison(Positions fence, Certificate certificate, long differing, List<Difference> differences) {
    boolean same() {
        return differing == 0;
    }
}
