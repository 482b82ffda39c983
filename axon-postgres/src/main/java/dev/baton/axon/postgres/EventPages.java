package dev.baton.axon.postgres;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// The log from one position on, a page at a time: whatever a commit's size, no more than a page is in memory.
final class EventPages {
    private final LogReader reader;
    private final int size;
    private final Deque<EventRow> page = new ArrayDeque<>();
    private long read;

    /// @param read the last position that is not wanted
    EventPages(LogReader reader, int size, long read) {
        this.reader = reader;
        this.size = size;
        this.read = read;
    }

    /// Gives on what comes next, up to a position.
    void upTo(long last, Consumer<EventRow> taker) {
        while (filled(last) && page.getFirst().position() <= last) {
            taker.accept(page.remove());
        }
    }

    private boolean filled(long last) {
        if (page.isEmpty() && read < last) {
            page.addAll(reader.after(read, size));
            read = page.isEmpty() ? last : page.getLast().position();
        }
        return !page.isEmpty();
    }
}
