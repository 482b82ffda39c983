@NullMarked
package dev.baton.roles.incentive;

import org.jspecify.annotations.NullMarked;
