@NullMarked
package dev.baton.roles.rounds;

import org.jspecify.annotations.NullMarked;
