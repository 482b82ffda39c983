package dev.baton.roles.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// News that the relay has not come to yet: in reality it comes to it when its first effect is in the log.
final class Inbox {
    private final Map<UUID, News> waiting = new LinkedHashMap<>();
    private final Set<UUID> late;

    /// @param late what the relay came to out of turn, since its deal had been parked
    Inbox(Set<UUID> late) {
        this.late = late;
    }

    void add(News news) {
        waiting.put(news.fact().id(), news);
    }

    boolean has(UUID id) {
        return waiting.containsKey(id);
    }

    /// The relay has come to this one: it has passed all that came before it, and nothing came of them.
    List<News> upTo(UUID id) {
        News reached = waiting.get(id);
        if (reached == null) {
            return List.of();
        }
        return late.contains(id) ? outOfTurn(reached) : inTurn(id);
    }

    /// Of a deal that is parked nothing is heard before what was kept.
    private List<News> inTurn(UUID id) {
        List<News> due = new ArrayList<>();
        Set<String> parked = new HashSet<>();
        Iterator<News> all = waiting.values().iterator();
        while (all.hasNext()) {
            News news = all.next();
            if (late.contains(news.fact().id())) {
                parked.add(news.deal());
            } else if (!parked.contains(news.deal())) {
                due.add(news);
                all.remove();
            }
            if (news.fact().id().equals(id)) {
                return due;
            }
        }
        return due;
    }

    private List<News> outOfTurn(News reached) {
        List<News> due = new ArrayList<>();
        Iterator<News> all = waiting.values().iterator();
        while (all.hasNext()) {
            News news = all.next();
            if (news.deal().equals(reached.deal())) {
                due.add(news);
                all.remove();
            }
            if (news == reached) {
                return due;
            }
        }
        return due;
    }
}
