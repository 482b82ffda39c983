package dev.baton.deal.lifecycle;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/// The state-transition table as a document, made by asking the rules.
final class StateTransitions {
    private static final String HEAD = """
            # State transitions

            What follows in each state from each command, as the rules of deal-service decide. This page is generated from
            the code: `EveryStateMeetsEveryCommandTest` fails when it is stale, and writes it anew with `-Dbaton.docs=write`.

            Commands of people are sent by whoever holds the deal, in the role of the holding; what is a manager's, another
            executive's or support's own is sent by one of them. The pipeline is `milestones`, in which lead-found and closed
            alone are required. `–`: the state does not know the command (`not-in-this-state`), and the refusal names
            those that it knows. *In italics*: the code of another refusal. Every other cell names the events that follow,
            and the state that they lead to when it is another one.
            """;

    private StateTransitions() {}

    static String document() {
        return HEAD
                + Samples.groups().entrySet().stream()
                        .map(StateTransitions::section)
                        .collect(joining());
    }

    private static String section(Map.Entry<String, List<Sample>> group) {
        List<Sample> samples = group.getValue();
        String names = samples.stream().map(Sample::label).collect(joining(" | "));
        String rows = Deals.everyState().entrySet().stream()
                .map(state -> "| " + state.getKey() + " | " + cells(state.getValue(), samples) + " |\n")
                .collect(joining());
        return "\n## " + group.getKey() + "\n\n| | " + names + " |\n|---" + "|---".repeat(samples.size()) + "|\n"
                + rows;
    }

    private static String cells(DealState state, List<Sample> samples) {
        return samples.stream()
                .map(sample -> Encounter.of(state, sample, Deals.MILESTONES).outcome())
                .map(outcome -> outcome.equals("*not-in-this-state*") ? "–" : outcome)
                .collect(joining(" | "));
    }
}
