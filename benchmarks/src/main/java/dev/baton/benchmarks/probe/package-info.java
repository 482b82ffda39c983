@NullMarked
package dev.baton.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
