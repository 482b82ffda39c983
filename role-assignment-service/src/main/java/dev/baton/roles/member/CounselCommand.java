package dev.baton.roles.member;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.member.CounselEvent.FeedbackKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people of the department tell each other.
public sealed interface CounselCommand extends SlotKeepingCommand {

    /// A manager tells the person what they think of something that happened.
    ///
    /// @param by the manager's member id
    record GiveFeedback(Role role, String member, Occasion occasion, FeedbackKind kind, String text, String by)
            implements CounselCommand {
        public GiveFeedback {
            Require.present("kind", kind);
            Require.text("text", text);
            Require.text("by", by);
        }
    }

    /// What the feedback is tied to: an event that is on record.
    ///
    /// @param deal absent when the event is of a person
    record Occasion(String event, String type, @Nullable String deal) {}

    /// The specialist says what they know of the market. A title that they used before is the next version of that
    /// note.
    record PublishMarketNote(String member, String title, String text, Set<String> products, Set<String> territories)
            implements CounselCommand {
        public PublishMarketNote {
            Require.text("title", title);
            Require.text("text", text);
            products = Set.copyOf(products);
            territories = Set.copyOf(territories);
        }

        @Override
        public Role role() {
            return Role.SALES_SPECIALIST;
        }

        public String note() {
            return Counsel.noteId(member, title);
        }
    }
}
