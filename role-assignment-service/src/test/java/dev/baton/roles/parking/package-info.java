@NullMarked
package dev.baton.roles.parking;

import org.jspecify.annotations.NullMarked;
