@NullMarked
package dev.baton.roles.whatif;

import org.jspecify.annotations.NullMarked;
