/// The working time of teams as versioned data: kept, cached, and changed by adding a version.
@NullMarked
package dev.baton.deal.calendar;

import org.jspecify.annotations.NullMarked;
