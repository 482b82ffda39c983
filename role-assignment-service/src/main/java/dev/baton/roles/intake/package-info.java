/// Deal events, taken in from the topic into the own log.
@NullMarked
package dev.baton.roles.intake;

import org.jspecify.annotations.NullMarked;
