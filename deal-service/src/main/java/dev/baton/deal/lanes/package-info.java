/// Many deals at once, each deal in order.
@NullMarked
package dev.baton.deal.lanes;

import org.jspecify.annotations.NullMarked;
