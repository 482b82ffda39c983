package dev.baton.roles.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.contract.member.CounselEvent;
import dev.baton.contract.member.CounselEvent.FeedbackGiven;
import dev.baton.contract.member.CounselEvent.MarketNotePublished;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What a person was told by managers, and what they have told the department.
///
/// @param feedback the ids of what they were told
/// @param notes the newest version of each of their notes, by its id
public record Counsel(Set<String> feedback, Map<String, MarketNotePublished> notes) {
    static final Counsel NONE = new Counsel(Set.of(), Map.of());

    Counsel after(CounselEvent event) {
        return switch (event) {
            case FeedbackGiven given -> {
                Set<String> more = new HashSet<>(feedback);
                more.add(given.feedback());
                yield new Counsel(Set.copyOf(more), notes);
            }
            case MarketNotePublished published -> {
                Map<String, MarketNotePublished> more = new HashMap<>(notes);
                more.put(published.note(), published);
                yield new Counsel(feedback, Map.copyOf(more));
            }
        };
    }

    /// The same words of the same manager about the same event have the same id, however often they are sent.
    static String feedbackId(CounselCommand.GiveFeedback command) {
        return id(
                command.stream().toString(),
                command.by(),
                command.occasion().event(),
                command.kind().name(),
                command.text());
    }

    /// A specialist's note is known by its title.
    static String noteId(String specialist, String title) {
        return id("market-note", specialist, title);
    }

    private static String id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\u0000", parts).getBytes(UTF_8))
                .toString();
    }
}
