package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The offers of one deal, and how they were answered.
final class Offers {
    private static final String BY_A_PERSON = "PERSON";

    private final Map<String, Made> made = new HashMap<>();
    private final Map<String, Answer> accepted = new HashMap<>();

    /// @param asked whether a person was given time to answer
    private record Made(Holding to, boolean asked) {}

    /// @param acceptance how: in person, or by a setting
    private record Answer(Holding by, String acceptance, String actor) {
        boolean isInSomebodyElsesName() {
            return acceptance.equals(BY_A_PERSON) && !actor.equals(by.member());
        }
    }

    /// @return what is wrong with it; null when no other stands
    @Nullable
    String made(LogEvent event) {
        String standing = made.isEmpty() ? null : "while offer " + made.keySet() + " stands";
        Holding to = Holding.of(event.data().path("to"), event.number("epoch"));
        made.put(event.text("offer"), new Made(to, event.data().hasNonNull("due")));
        return standing;
    }

    void accepted(LogEvent event) {
        Holding by = Holding.of(event.data().path("by"), 0);
        accepted.put(event.text("offer"), new Answer(by, event.text("acceptance"), event.actor()));
    }

    void withdrawn(LogEvent event) {
        made.remove(event.text("offer"));
        accepted.remove(event.text("offer"));
    }

    /// Whether one of them stands with that person in a role.
    boolean standsWith(String person) {
        return made.values().stream()
                .anyMatch(offer -> DealFile.stream(offer.to()).equals(person));
    }

    /// Whom they went to that stand.
    List<Holding> standing() {
        return made.values().stream().map(Made::to).toList();
    }

    /// To which somebody has said yes without being given the deal yet.
    Set<String> inVain() {
        return Set.copyOf(accepted.keySet());
    }

    /// Uses up the acceptance behind a transfer.
    ///
    /// @return what is wrong with it; null when it is as it should be
    @Nullable
    String use(String offer, Holding to, String acceptance) {
        Made offered = made.remove(offer);
        Answer answer = accepted.remove(offer);
        if (offered == null || answer == null) {
            return "offer '" + offer + "' was " + (offered == null ? "never made" : "never accepted");
        }
        if (!offered.to().equals(to)) {
            return "the offer went to " + offered.to() + ", the baton to " + to;
        }
        if (!answer.by().isHeldBy(to)) {
            return "accepted by " + answer.by().member() + ", the baton went to " + to;
        }
        return wrong(offered, answer, acceptance);
    }

    private static @Nullable String wrong(Made offered, Answer answer, String acceptance) {
        if (answer.isInSomebodyElsesName()) {
            return "'" + answer.actor() + "' said yes in the name of "
                    + answer.by().member();
        }
        if (offered.asked() && !answer.acceptance().equals(BY_A_PERSON)) {
            return offered.to().member() + " was given time to answer, and a setting said yes";
        }
        return answer.acceptance().equals(acceptance)
                ? null
                : "accepted by " + answer.acceptance() + ", recorded as " + acceptance;
    }
}
