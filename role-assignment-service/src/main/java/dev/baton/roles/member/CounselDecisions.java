package dev.baton.roles.member;

import static dev.baton.roles.member.SlotRefused.Why.OWN_FEEDBACK;

import dev.baton.contract.member.CounselEvent.FeedbackGiven;
import dev.baton.contract.member.CounselEvent.MarketNotePublished;
import dev.baton.contract.member.MemberEvent;
import dev.baton.roles.member.CounselCommand.GiveFeedback;
import dev.baton.roles.member.CounselCommand.Occasion;
import dev.baton.roles.member.CounselCommand.PublishMarketNote;
import java.util.List;

/// What is told among people: once each, however often it is sent.
final class CounselDecisions {
    private CounselDecisions() {}

    static List<MemberEvent> decide(Counsel counsel, CounselCommand command) {
        return switch (command) {
            case GiveFeedback give -> give(counsel, give);
            case PublishMarketNote publish -> publish(counsel, publish);
        };
    }

    private static List<MemberEvent> give(Counsel counsel, GiveFeedback command) {
        if (command.by().equals(command.member())) {
            throw new SlotRefused(OWN_FEEDBACK, "feedback is somebody else's, and " + command.by() + " gives it");
        }
        String id = Counsel.feedbackId(command);
        Occasion about = command.occasion();
        return counsel.feedback().contains(id)
                ? List.of()
                : List.of(new FeedbackGiven(
                        id, about.event(), about.type(), about.deal(), command.kind(), command.text(), command.by()));
    }

    private static List<MemberEvent> publish(Counsel counsel, PublishMarketNote command) {
        MarketNotePublished before = counsel.notes().get(command.note());
        MarketNotePublished next = new MarketNotePublished(
                command.note(),
                before == null ? 1 : before.version() + 1,
                command.title(),
                command.text(),
                command.products(),
                command.territories());
        return before != null && next.saysTheSameAs(before) ? List.of() : List.of(next);
    }
}
