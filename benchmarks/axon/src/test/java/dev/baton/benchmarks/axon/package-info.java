@NullMarked
package dev.baton.benchmarks.axon;

import org.jspecify.annotations.NullMarked;
