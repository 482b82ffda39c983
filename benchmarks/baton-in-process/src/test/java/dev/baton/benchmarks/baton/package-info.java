@NullMarked
package dev.baton.benchmarks.baton;

import org.jspecify.annotations.NullMarked;
