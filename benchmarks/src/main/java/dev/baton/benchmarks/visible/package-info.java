@NullMarked
package dev.baton.benchmarks.visible;

import org.jspecify.annotations.NullMarked;
