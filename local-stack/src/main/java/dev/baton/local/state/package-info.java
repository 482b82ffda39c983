@NullMarked
package dev.baton.local.state;

import org.jspecify.annotations.NullMarked;
