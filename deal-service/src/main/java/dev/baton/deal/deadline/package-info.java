/// What happens to deals because a time is over: looked for again and again, so that nothing is forgotten.
@NullMarked
package dev.baton.deal.deadline;

import org.jspecify.annotations.NullMarked;
