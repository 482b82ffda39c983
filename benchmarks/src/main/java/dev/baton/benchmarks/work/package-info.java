@NullMarked
package dev.baton.benchmarks.work;

import org.jspecify.annotations.NullMarked;
