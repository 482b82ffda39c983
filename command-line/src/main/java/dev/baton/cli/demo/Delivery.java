package dev.baton.cli.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Delivers a chunk for good: what fails because something is down is sent again until it does not.
record Delivery(FrontDoor door) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE = 500;

    Outcome of(List<Fact> facts) throws IOException, InterruptedException {
        Outcome outcome = Outcome.NONE;
        List<Fact> left = facts;
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!left.isEmpty()) {
            List<JsonNode> answers = door.post(left);
            outcome = outcome.plus(answered(answers));
            left = unanswered(left, answers);
            if (!left.isEmpty()) {
                waitUntil(deadline, left, answers);
            }
        }
        return outcome;
    }

    private static Outcome answered(List<JsonNode> answers) {
        Outcome outcome = Outcome.NONE;
        for (JsonNode answer : answers) {
            outcome = passing(answer) ? outcome : outcome.and(answer);
        }
        return outcome;
    }

    /// What has no answer, and what was answered with a failure of the service's own.
    private static List<Fact> unanswered(List<Fact> sent, List<JsonNode> answers) {
        List<Fact> again = new ArrayList<>();
        for (int index = 0; index < sent.size(); index++) {
            if (index >= answers.size() || passing(answers.get(index))) {
                again.add(sent.get(index));
            }
        }
        return again;
    }

    private static boolean passing(JsonNode answer) {
        return answer.path("problem").path("status").asInt(0) >= 500;
    }

    private static void waitUntil(Instant deadline, List<Fact> left, List<JsonNode> answers)
            throws IOException, InterruptedException {
        if (Instant.now().isAfter(deadline)) {
            throw new IOException("gave up on " + left.size() + " events, the last answer: "
                    + (answers.isEmpty() ? "none" : answers.getLast()));
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE);
    }
}
