package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.HandoverPackage;
import java.util.Locale;

/// What a pipeline may want in the package that support gets.
public enum HandoverPart {
    SUMMARY,
    COMMITMENTS,
    CONTACT;

    /// An empty list of commitments says that nothing was promised; none at all says nothing.
    boolean isIn(HandoverPackage known) {
        return switch (this) {
            case SUMMARY -> known.summary() != null;
            case COMMITMENTS -> known.commitments() != null;
            case CONTACT -> known.contact() != null;
        };
    }

    /// For instance `summary`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
