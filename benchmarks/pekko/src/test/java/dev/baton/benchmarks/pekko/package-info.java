@NullMarked
package dev.baton.benchmarks.pekko;

import org.jspecify.annotations.NullMarked;
