/// Rates of exchange as versioned data, and the rate at which a deal was closed.
@NullMarked
package dev.baton.deal.rates;

import org.jspecify.annotations.NullMarked;
