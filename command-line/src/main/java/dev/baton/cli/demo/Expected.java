package dev.baton.cli.demo;

import java.util.List;

/// How many facts of each kind were posted: what the reports have to reach before they are shown.
record Expected(long leads, long qualified, long closed) {
    static Expected of(List<Fact> story) {
        return new Expected(count(story, Fact.FOUND), count(story, Fact.QUALIFIED), count(story, Fact.CLOSED));
    }

    private static long count(List<Fact> story, String kind) {
        return story.stream().filter(fact -> fact.kind().equals(kind)).count();
    }

    /// Everything posted has been reported, every qualified lead went to an executive, and every
    /// won deal is with support or visibly waits for it.
    boolean reachedBy(Figures now) {
        return now.leads() >= leads
                && now.qualified() >= qualified
                && now.won() + now.lost() >= closed
                && now.executivesGranted() + now.executivesRefused() >= qualified
                && now.inSupport() + now.queued() >= now.won();
    }

    /// How much of it, in units that grow by one with each step of a deal.
    long steps() {
        return leads + qualified + closed;
    }

    long stepsOf(Figures now) {
        return Math.min(leads, now.leads())
                + Math.min(qualified, now.executivesGranted() + now.executivesRefused())
                + Math.min(closed, now.lost() + now.inSupport() + now.queued());
    }
}
