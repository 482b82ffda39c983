/// The deal as an Axon aggregate: a thin shell around the rules, and the way commands take to it.
@NullMarked
package dev.baton.deal.aggregate;

import org.jspecify.annotations.NullMarked;
