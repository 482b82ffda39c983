@NullMarked
package dev.baton.roles.handoff;

import org.jspecify.annotations.NullMarked;
