package dev.baton.roles.holding;

import dev.baton.roles.holding.WorkQueue.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a queue became another one.
///
/// @param put items that are new, or say something else than before
/// @param gone keys of items that are there no more
record QueueChanges(List<Item> put, List<String> gone) {
    static QueueChanges between(List<Item> before, List<Item> after) {
        Map<String, Item> old = byKey(before);
        Map<String, Item> now = byKey(after);
        return new QueueChanges(
                after.stream().filter(item -> !item.equals(old.get(item.key()))).toList(),
                old.keySet().stream().filter(key -> !now.containsKey(key)).toList());
    }

    boolean isEmpty() {
        return put.isEmpty() && gone.isEmpty();
    }

    private static Map<String, Item> byKey(List<Item> items) {
        Map<String, Item> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        return byKey;
    }
}
