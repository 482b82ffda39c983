@NullMarked
package dev.baton.local.process;

import org.jspecify.annotations.NullMarked;
