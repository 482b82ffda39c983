/// What happens because its day has come: looked for again and again, so that nothing is forgotten.
@NullMarked
package dev.baton.deal.due;

import org.jspecify.annotations.NullMarked;
