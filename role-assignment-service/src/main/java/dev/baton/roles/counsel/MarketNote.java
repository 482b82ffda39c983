package dev.baton.roles.counsel;

import java.time.Instant;
import java.util.SortedSet;

/// What a specialist knows of the market.
///
/// @param products of which it speaks; none means all
/// @param territories where it holds; none means everywhere
public record MarketNote(
        String id,
        int version,
        String specialist,
        String title,
        String text,
        SortedSet<String> products,
        SortedSet<String> territories,
        Instant publishedAt) {}
