package dev.baton.roles.whatif;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// News that the relay has not come to yet: in reality it comes to it when its first effect is in the log.
final class Inbox {
    private static final Deque<News> NOTHING = new ArrayDeque<>();

    private final Map<UUID, News> waiting = new LinkedHashMap<>();
    private final Map<String, Deque<News>> byDeal = new HashMap<>();
    private final Set<UUID> late;

    /// @param late what the relay came to out of turn, since its deal had been parked
    Inbox(Set<UUID> late) {
        this.late = new HashSet<>(late);
    }

    void add(News news) {
        waiting.put(news.fact().id(), news);
        byDeal.computeIfAbsent(news.deal(), key -> new ArrayDeque<>()).add(news);
    }

    boolean has(UUID id) {
        return waiting.containsKey(id);
    }

    /// What the deal tells next.
    @Nullable
    News first(String deal) {
        return byDeal.getOrDefault(deal, NOTHING).peek();
    }

    /// It is kept: with it everything else that its deal tells, until that is retried.
    void keep(News news) {
        late.add(news.fact().id());
    }

    /// What its deal had to tell before it, and it.
    List<News> ofItsDealUpTo(UUID id) {
        News reached = waiting.get(id);
        return reached == null ? List.of() : take(reached);
    }

    /// The relay has come to this one: it has passed all that came before it, and nothing came of them.
    List<News> upTo(UUID id) {
        News reached = waiting.get(id);
        if (reached == null) {
            return List.of();
        }
        return isParked(reached.deal()) ? take(reached) : inTurn(id);
    }

    private boolean isParked(String deal) {
        News first = first(deal);
        return first != null && late.contains(first.fact().id());
    }

    /// Of a deal that is parked nothing is heard before what was kept.
    private List<News> inTurn(UUID id) {
        List<News> due = new ArrayList<>();
        Set<String> parked = new HashSet<>();
        for (News news : waiting.values()) {
            if (late.contains(news.fact().id())) {
                parked.add(news.deal());
            } else if (!parked.contains(news.deal())) {
                due.add(news);
            }
            if (news.fact().id().equals(id)) {
                break;
            }
        }
        due.forEach(this::take);
        return due;
    }

    List<News> take(News last) {
        List<News> taken = new ArrayList<>();
        Deque<News> told = byDeal.getOrDefault(last.deal(), NOTHING);
        News next;
        do {
            next = told.remove();
            waiting.remove(next.fact().id());
            taken.add(next);
        } while (next != last);
        return taken;
    }
}
