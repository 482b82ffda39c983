package dev.baton.cli.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that the two logs have about one deal, in their order, and what people are called.
final class DealFile {
    private final @Nullable String deal;
    private final List<LogEvent> roles = new ArrayList<>();
    private final List<LogEvent> deals = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private long rolesPosition;
    private long dealsPosition;

    /// @param deal absent to keep nothing
    DealFile(@Nullable String deal) {
        this.deal = deal;
    }

    void rolesLog(LogEvent event) {
        rolesPosition = event.position();
        if (event.data().hasNonNull("name") && event.name().startsWith("member.")) {
            names.put(event.subject(), event.text("name"));
        }
        if (isAbout(event)) {
            roles.add(event);
        }
    }

    void dealsLog(LogEvent event) {
        dealsPosition = event.position();
        if (isAbout(event)) {
            deals.add(event);
        }
    }

    private boolean isAbout(LogEvent event) {
        return deal != null
                && (event.subject().equals(deal)
                        || event.name().startsWith("member.slot-")
                                && event.text("deal").equals(deal));
    }

    List<LogEvent> roles() {
        return List.copyOf(roles);
    }

    List<LogEvent> deals() {
        return List.copyOf(deals);
    }

    /// What the person is called in that role, else the id.
    String nameOf(Holding holder) {
        return names.getOrDefault(stream(holder), holder.member());
    }

    static String stream(Holding holder) {
        return holder.role().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + holder.member();
    }

    long rolesPosition() {
        return rolesPosition;
    }

    long dealsPosition() {
        return dealsPosition;
    }
}
