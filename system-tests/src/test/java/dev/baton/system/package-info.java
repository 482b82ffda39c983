@NullMarked
package dev.baton.system;

import org.jspecify.annotations.NullMarked;
