/// Who holds a deal and what is offered to whom, as people ask for it and answer to it.
@NullMarked
package dev.baton.roles.holding;

import org.jspecify.annotations.NullMarked;
