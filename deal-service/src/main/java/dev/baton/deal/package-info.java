/// Deals: decisions, commands of people, events of other systems, the feed.
@NullMarked
package dev.baton.deal;

import org.jspecify.annotations.NullMarked;
