@NullMarked
package dev.baton.local.postgres;

import org.jspecify.annotations.NullMarked;
