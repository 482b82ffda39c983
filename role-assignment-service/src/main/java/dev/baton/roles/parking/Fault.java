package dev.baton.roles.parking;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/// What kind of thing makes a hand-off fail, and so what mends it.
public enum Fault {
    MEMORY("What its saga remembers cannot be read", "Rebuild its memory from the log, then retry it."),

    ROWS(
            "The database refuses what would come of it",
            "Put right the row that the constraint names, since it is not what the log says; then retry it."),

    MOMENT("Something was away, or somebody was faster", "Nothing is broken: retry it."),

    RELAY(
            "The relay makes nothing of it",
            "Remove what the cause names; if that is nothing that can be removed, run a build that takes what is on "
                    + "record. Then retry it. Until then a manager can reassign the deal.");

    private final String sentence;
    private final String mend;

    Fault(String sentence, String mend) {
        this.sentence = sentence;
        this.mend = mend;
    }

    static Fault of(Throwable failure) {
        if (Momentary.is(failure)) {
            return MOMENT;
        }
        if (among(failure, DataIntegrityViolationException.class)) {
            return ROWS;
        }
        return among(failure, SerializationException.class) ? MEMORY : RELAY;
    }

    /// In one sentence, in the words of whatever failed first.
    String cause(Throwable failure) {
        return ErrorText.fitting(sentence + ": " + words(failure) + ".");
    }

    /// What would have to be done, in a sentence or two.
    String mend() {
        return mend;
    }

    private static boolean among(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        return failure != null && (kind.isInstance(failure) || among(failure.getCause(), kind));
    }

    /// The first line: what follows it says where in the code, or in the bytes.
    private static String words(Throwable failure) {
        Throwable first = first(failure);
        String message = first.getMessage();
        String line =
                message == null ? "" : message.lines().findFirst().orElse("").strip();
        String words = line.isEmpty() ? first.getClass().getSimpleName() : line;
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private static Throwable first(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : first(cause);
    }
}
