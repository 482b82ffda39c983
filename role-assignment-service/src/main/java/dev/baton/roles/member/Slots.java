package dev.baton.roles.member;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// A person's places, one per deal. Persistent, since a steward sees thousands of them come and go.
///
/// @param load the weight of all of them, reserved and used
public record Slots(PMap<String, Slot> byDeal, int load) {
    static final Slots NONE = new Slots(HashTreePMap.empty(), 0);

    @Nullable
    Slot of(String deal) {
        return byDeal.get(deal);
    }

    boolean has(String deal) {
        return byDeal.containsKey(deal);
    }

    Slots reserve(String deal, int weight) {
        if (has(deal)) {
            throw new IllegalStateException("a second slot for deal " + deal);
        }
        return new Slots(byDeal.plus(deal, new Slot(weight, false)), load + weight);
    }

    Slots confirm(String deal) {
        return new Slots(byDeal.plus(deal, new Slot(held(deal).weight(), true)), load);
    }

    Slots weigh(String deal, int weight) {
        Slot before = held(deal);
        return new Slots(byDeal.plus(deal, new Slot(weight, before.confirmed())), load - before.weight() + weight);
    }

    Slots release(String deal) {
        return new Slots(byDeal.minus(deal), load - held(deal).weight());
    }

    private Slot held(String deal) {
        Slot slot = of(deal);
        if (slot == null) {
            throw new IllegalStateException("no slot for deal " + deal);
        }
        return slot;
    }

    /// @param confirmed whether the deal has arrived: used, no longer only reserved
    public record Slot(int weight, boolean confirmed) {}
}
