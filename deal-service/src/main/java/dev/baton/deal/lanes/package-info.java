/// Many deals at once, each deal in order, committed together where that is possible.
@NullMarked
package dev.baton.deal.lanes;

import org.jspecify.annotations.NullMarked;
