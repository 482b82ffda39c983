package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The offers of one deal, and how they were answered.
final class Offers {
    private final Map<String, Holding> made = new HashMap<>();
    private final Map<String, Answer> accepted = new HashMap<>();

    private record Answer(Holding by, String acceptance) {}

    void made(LogEvent event) {
        made.put(event.text("offer"), Holding.of(event.data().path("to"), event.number("epoch")));
    }

    void accepted(LogEvent event) {
        Holding by = Holding.of(event.data().path("by"), 0);
        accepted.put(event.text("offer"), new Answer(by, event.text("acceptance")));
    }

    void withdrawn(LogEvent event) {
        made.remove(event.text("offer"));
        accepted.remove(event.text("offer"));
    }

    /// Uses up the acceptance behind a transfer.
    ///
    /// @return what is wrong with it; null when it is as it should be
    @Nullable
    String use(String offer, Holding to, String acceptance) {
        Holding offered = made.remove(offer);
        Answer answer = accepted.remove(offer);
        if (offered == null || answer == null) {
            return "offer '" + offer + "' was " + (offered == null ? "never made" : "never accepted");
        }
        if (!offered.isHeldBy(to) || offered.epoch() != to.epoch()) {
            return "the offer went to " + offered + ", the baton to " + to;
        }
        if (!answer.by().isHeldBy(to)) {
            return "accepted by " + answer.by().member() + ", the baton went to " + to;
        }
        return answer.acceptance().equals(acceptance)
                ? null
                : "accepted by " + answer.acceptance() + ", recorded as " + acceptance;
    }
}
