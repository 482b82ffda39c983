/// Events as other systems post them: read, checked, made comparable, turned into commands.
@NullMarked
package dev.baton.deal.event;

import org.jspecify.annotations.NullMarked;
