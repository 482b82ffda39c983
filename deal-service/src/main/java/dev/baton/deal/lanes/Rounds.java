package dev.baton.deal.lanes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Items in rounds: the first of each deal, then the second of each, and so on. No deal is twice in a round, and
/// each deal keeps its order.
final class Rounds {

    private Rounds() {}

    static <T> List<List<T>> of(List<T> items, Function<T, String> deal) {
        Map<String, Integer> met = new HashMap<>();
        List<List<T>> rounds = new ArrayList<>();
        for (T item : items) {
            int before = met.merge(deal.apply(item), 1, Integer::sum) - 1;
            if (before == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(before).add(item);
        }
        return rounds;
    }
}
