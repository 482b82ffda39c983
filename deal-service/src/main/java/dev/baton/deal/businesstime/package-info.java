/// Time as a team works it.
@NullMarked
package dev.baton.deal.businesstime;

import org.jspecify.annotations.NullMarked;
