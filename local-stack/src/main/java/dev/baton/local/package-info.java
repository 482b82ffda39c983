@NullMarked
package dev.baton.local;

import org.jspecify.annotations.NullMarked;
