@NullMarked
package dev.baton.benchmarks.check;

import org.jspecify.annotations.NullMarked;
