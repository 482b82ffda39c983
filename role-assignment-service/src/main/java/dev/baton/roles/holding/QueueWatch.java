package dev.baton.roles.holding;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One stream's interest in one person's queue: it is woken when an event may have changed what it shows.
final class QueueWatch {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final String member;
    private Set<String> shown = Set.of();

    /// Deals of which something was told since the look at the rows began that shows what it shows next.
    private final Set<String> meanwhile = new HashSet<>();

    private boolean looking;
    private boolean dirty;
    private boolean closed;

    QueueWatch(String member) {
        this.member = member;
    }

    String member() {
        return member;
    }

    /// Before the rows are read: what is told from now on may be missing in them.
    void looks() {
        lock.lock();
        try {
            looking = true;
            meanwhile.clear();
        } finally {
            lock.unlock();
        }
    }

    void showing(Set<String> deals) {
        lock.lock();
        try {
            looking = false;
            shown = deals;
            dirty |= meanwhile.stream().anyMatch(deals::contains);
            meanwhile.clear();
        } finally {
            lock.unlock();
        }
    }

    /// @param members whom the event names
    boolean concerns(String deal, Set<String> members) {
        lock.lock();
        try {
            if (looking) {
                meanwhile.add(deal);
            }
            return members.contains(member) || shown.contains(deal);
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            dirty = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// @return whether something may have changed; false when the time is over
    boolean await(Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (!dirty && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return dirty;
        } finally {
            lock.unlock();
        }
    }

    /// Lets what follows at once come as well.
    void settle(Duration pause) throws InterruptedException {
        long left = pause.toNanos();
        lock.lockInterruptibly();
        try {
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            dirty = false;
        } finally {
            lock.unlock();
        }
    }
}
