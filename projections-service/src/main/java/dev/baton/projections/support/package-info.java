/// What became of customers after the sale: promises kept, satisfaction, churn, and business that came back.
@NullMarked
package dev.baton.projections.support;

import org.jspecify.annotations.NullMarked;
