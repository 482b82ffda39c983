package dev.baton.axon.postgres;

import dev.baton.contract.Extensions;
import java.util.Set;

/// Names of the string entries in the MetaData of commands and events.
public final class Attributes {
    /// When it happened, as an ISO instant; on a command it becomes the time of its events, whose
    /// default is now.
    public static final String OCCURRED_AT = "occurredat";
    /// When the service that made the event stored it, as an ISO instant. Only on events that were
    /// read.
    public static final String RECORDED_AT = "recordedat";
    /// The CloudEvents subject; associates a saga with its deal. Only on events that were read.
    public static final String SUBJECT = "subject";
    /// The service that made the event. Only on events that were read.
    public static final String SOURCE = "source";

    /// What columns hold, and what reading adds; it must not be written a second time.
    private static final Set<String> DERIVED = Set.of(
            OCCURRED_AT,
            RECORDED_AT,
            SUBJECT,
            SOURCE,
            Extensions.SEQUENCE,
            Extensions.RECORDED_TIME,
            Extensions.PARTITION_KEY);

    private Attributes() {}

    /// Whether an entry is stored with an event and travels with it as a CloudEvents extension.
    static boolean travels(String name) {
        return isLegalExtension(name) && !DERIVED.contains(name);
    }

    /// Lower-case letters and digits of ASCII; a regular expression would be asked several times for every command.
    private static boolean isLegalExtension(String name) {
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
