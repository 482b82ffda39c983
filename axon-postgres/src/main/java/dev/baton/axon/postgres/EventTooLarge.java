package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import dev.baton.contract.Topics;

/// An event that would not fit on a topic, and so would stop everything behind it: it never enters
/// the log. Nothing of the command was stored, and a repetition ends the same way.
public final class EventTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient StreamId stream;

    /// @param bytes that it would have had
    public EventTooLarge(StreamId stream, String type, long bytes) {
        super("%s of %s would have %d bytes; an event has %d at most"
                .formatted(type, stream, bytes, Topics.LARGEST_EVENT));
        this.stream = stream;
    }

    /// Whose event it would have been.
    public StreamId stream() {
        return stream;
    }

    /// @throws EventTooLarge when the event is larger than [Topics#LARGEST_EVENT]
    static NewEvent requireFit(NewEvent event) {
        long most = 3L * (event.payload().length() + event.metadata().length());
        if (most > Topics.LARGEST_EVENT) {
            long bytes = utf8(event.payload()) + utf8(event.metadata());
            if (bytes > Topics.LARGEST_EVENT) {
                throw new EventTooLarge(event.stream(), event.type(), bytes);
            }
        }
        return event;
    }

    private static long utf8(String text) {
        return text.codePoints().mapToLong(EventTooLarge::utf8).sum();
    }

    private static long utf8(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
