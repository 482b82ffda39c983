package dev.baton.cli.proof;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// On whom the last recorded decision of routing fell, until an offer is made of it.
final class Choice {
    private @Nullable String chosen;
    private String role = "";

    /// @return what is wrong with the decision in itself; null when it is as it should be. Whether
    ///     the policy leads to it, `what-if` finds out
    @Nullable
    String decided(LogEvent event) {
        role = event.text("role");
        chosen = event.data().hasNonNull("chosen") ? event.text("chosen") : null;
        boolean somebody = false;
        for (JsonNode candidate : event.data().path("candidates")) {
            boolean eligible = candidate.path("eligible").asBoolean(false);
            somebody |= eligible;
            if (candidate.path("member").asString("").equals(chosen) && eligible) {
                return null;
            }
        }
        return somebody ? "falls on '" + chosen + "' although somebody else was eligible" : null;
    }

    /// Whoever has the deal back is asked without a decision, and a steward is named by the policy.
    ///
    /// @param before whether they have held it before
    /// @return what is wrong with whom it goes to
    @Nullable
    String offered(Holding to, boolean before) {
        String decided = chosen;
        boolean theirs = to.role().equals(role) && to.member().equals(decided);
        chosen = null;
        return theirs || before || to.role().equals("SALES_MANAGER")
                ? null
                : "offered to " + to.member() + " as " + to.role() + ", decided was "
                        + (decided == null ? "on nobody" : decided);
    }
}
