package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.util.Map;

/// What the customer needs, and what binds either side: a sales plan answers them by their ids. And
/// what shows that a stage may be left.
public sealed interface NeedEvent extends TermsEvent {

    /// @param need its id within the deal: `N1`, `N2`, … in the order of recording
    record NeedRecorded(String need, String description) implements NeedEvent {
        public NeedRecorded {
            Require.text("need", need);
            Require.text("description", description);
        }
    }

    /// @param constraint its id within the deal: `C1`, `C2`, … in the order of recording
    record ConstraintRecorded(String constraint, String description) implements NeedEvent {
        public ConstraintRecorded {
            Require.text("constraint", constraint);
            Require.text("description", description);
        }
    }

    /// Exit criteria of the pipeline's stages are met.
    ///
    /// @param evidence for each criterion, what shows that it is met; at least one
    record CriteriaAnswered(Map<String, String> evidence) implements NeedEvent {
        public CriteriaAnswered {
            if (Require.present("evidence", evidence).isEmpty()) {
                throw new InvalidValue("evidence", "must not be empty");
            }
            evidence = Map.copyOf(evidence);
            evidence.forEach((criterion, shown) -> Require.text("evidence." + criterion, shown));
        }
    }
}
