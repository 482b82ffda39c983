/// Who has spoken already: claims on (source, id), what is parked, what was given up.
@NullMarked
package dev.baton.deal.claim;

import org.jspecify.annotations.NullMarked;
