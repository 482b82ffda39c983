package dev.baton.deal.ingest;

import dev.baton.deal.lanes.DealLanes;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.web.edge.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/// Receives many events at once, each deal's in their order.
public final class ManyEvents {
    private final Reception reception;
    private final DealLanes lanes;
    private final Problems problems;

    public ManyEvents(Reception reception, DealLanes lanes, Problems problems) {
        this.reception = reception;
        this.lanes = lanes;
        this.problems = problems;
    }

    /// A result for each item, in the order of the items.
    List<ItemResult> receive(List<Item> items, Actor sender) {
        Results results = new Results(items);
        lanes.each(readable(items, results), item -> item.event().deal(), item -> results.put(received(item, sender)));
        return results.all();
    }

    private static List<Item.Readable> readable(List<Item> items, Results results) {
        List<Item.Readable> readable = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case Item.Readable one -> readable.add(one);
                case Item.Unreadable one -> results.put(ItemResult.rejected(one.index(), one.id(), one.problem()));
            }
        }
        return readable;
    }

    private ItemResult received(Item.Readable item, Actor sender) {
        try {
            return reception
                    .receive(item.event(), sender)
                    .at(item.index(), item.event().id());
        } catch (RuntimeException refusal) {
            return ItemResult.rejected(item.index(), item.event().id(), problems.of(refusal));
        }
    }

    /// Written by several threads, each item by one at a time, and read when all have finished.
    private static final class Results {
        private final ItemResult[] results;
        private final long first;

        Results(List<Item> items) {
            results = new ItemResult[items.size()];
            first = items.isEmpty() ? 0 : items.getFirst().index();
        }

        void put(ItemResult result) {
            results[Math.toIntExact(result.index() - first)] = result;
        }

        List<ItemResult> all() {
            return List.of(results);
        }
    }
}
