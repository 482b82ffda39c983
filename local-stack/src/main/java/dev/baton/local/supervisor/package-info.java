@NullMarked
package dev.baton.local.supervisor;

import org.jspecify.annotations.NullMarked;
