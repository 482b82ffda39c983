/// Price lists as versioned data: kept, cached, and changed by adding a version.
@NullMarked
package dev.baton.deal.pricelist;

import org.jspecify.annotations.NullMarked;
