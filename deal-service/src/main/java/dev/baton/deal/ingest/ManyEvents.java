package dev.baton.deal.ingest;

import dev.baton.deal.lanes.DealLanes;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.web.edge.problem.Problems;
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
        ItemResult[] results = new ItemResult[items.size()];
        long first = items.isEmpty() ? 0 : items.getFirst().index();
        lanes.each(items, ManyEvents::lane, item -> results[Math.toIntExact(item.index() - first)] = one(item, sender));
        return List.of(results);
    }

    private static String lane(Item item) {
        return switch (item) {
            case Item.Readable readable -> readable.event().deal();
            case Item.Unreadable _ -> "";
        };
    }

    private ItemResult one(Item item, Actor sender) {
        return switch (item) {
            case Item.Readable readable -> one(readable, sender);
            case Item.Unreadable unreadable ->
                ItemResult.rejected(unreadable.index(), unreadable.id(), unreadable.problem());
        };
    }

    private ItemResult one(Item.Readable item, Actor sender) {
        try {
            return reception
                    .receive(item.event(), sender)
                    .at(item.index(), item.event().id());
        } catch (RuntimeException refusal) {
            return ItemResult.rejected(item.index(), item.event().id(), problems.of(refusal));
        }
    }
}
