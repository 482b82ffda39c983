/// Rules that are data: each change is a further version, and none is ever changed.
@NullMarked
package dev.baton.deal.versions;

import org.jspecify.annotations.NullMarked;
