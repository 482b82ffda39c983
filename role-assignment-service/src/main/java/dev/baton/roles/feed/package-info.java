/// The log as a feed: catch-up and live.
@NullMarked
package dev.baton.roles.feed;

import org.jspecify.annotations.NullMarked;
