/// The log as a feed: catch-up and live.
@NullMarked
package dev.baton.deal.feed;

import org.jspecify.annotations.NullMarked;
