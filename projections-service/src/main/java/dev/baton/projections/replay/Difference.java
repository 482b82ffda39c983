package dev.baton.projections.replay;

import java.util.List;

/// A row that is not the same in the rebuilt generation as in the live one.
///
/// @param subject the deal, or the member's stream when the row is about no deal
/// @param key the row's key, its parts joined by a slash
/// @param columns those that differ, of a changed row
public record Difference(String table, String subject, String key, How how, List<String> columns) {

    public enum How {
        CHANGED,
        /// The live generation has it, the rebuilt one has not.
        MISSING,
        /// The rebuilt generation has it, the live one has not.
        ADDED
    }
}
