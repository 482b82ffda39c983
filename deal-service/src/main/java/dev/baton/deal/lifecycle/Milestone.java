package dev.baton.deal.lifecycle;

import java.util.Locale;

/// The five facts of a deal that outside systems report, in the order in which a deal meets them.
public enum Milestone {
    LEAD_FOUND,
    LEAD_QUALIFIED,
    NEGOTIATED,
    CLOSED,
    HANDED_TO_SUPPORT;

    /// As pipelines and event types name it, for instance `lead-found`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException when there is no such milestone
    public static Milestone ofWireName(String name) {
        for (Milestone milestone : values()) {
            if (milestone.wireName().equals(name)) {
                return milestone;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no milestone");
    }
}
