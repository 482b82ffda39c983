package dev.baton.contract.member;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What people of the department tell each other. It moves no deal and takes no place.
public sealed interface CounselEvent extends MemberEvent {

    /// A manager tells the person what they think of something that happened.
    ///
    /// @param feedback its id
    /// @param about id of the event that it is tied to
    /// @param aboutType wire name of that event
    /// @param deal the deal that the event belongs to; absent when it is of a person
    /// @param by the manager's member id
    record FeedbackGiven(
            String feedback,
            String about,
            String aboutType,
            @Nullable String deal,
            FeedbackKind kind,
            String text,
            String by)
            implements CounselEvent {
        public FeedbackGiven {
            Require.text("feedback", feedback);
            Require.text("about", about);
            Require.text("aboutType", aboutType);
            Require.optionalText("deal", deal);
            Require.present("kind", kind);
            Require.text("text", text);
            Require.text("by", by);
        }
    }

    enum FeedbackKind {
        /// Well done.
        PRAISE,
        /// How to do it next time.
        ADVICE,
        /// Not like this.
        CONCERN
    }

    /// A specialist says what they know of the market; the next version of a note replaces the one before.
    ///
    /// @param note its id
    /// @param version from 1
    /// @param products of which it speaks; none means all
    /// @param territories where it holds; none means everywhere
    record MarketNotePublished(
            String note, int version, String title, String text, Set<String> products, Set<String> territories)
            implements CounselEvent {
        public MarketNotePublished {
            Require.text("note", note);
            if (version < 1) {
                throw new InvalidValue("version", "must be at least 1, was " + version);
            }
            Require.text("title", title);
            Require.text("text", text);
            products = sorted("products", products);
            territories = sorted("territories", territories);
        }

        public boolean saysTheSameAs(MarketNotePublished other) {
            return title.equals(other.title)
                    && text.equals(other.text)
                    && products.equals(other.products)
                    && territories.equals(other.territories);
        }
    }

    private static SortedSet<String> sorted(String field, @Nullable Set<String> values) {
        SortedSet<String> sorted = new TreeSet<>();
        if (values != null) {
            values.forEach(value -> sorted.add(Require.text(field, value)));
        }
        return sorted;
    }
}
