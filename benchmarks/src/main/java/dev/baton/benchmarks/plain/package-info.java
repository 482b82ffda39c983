@NullMarked
package dev.baton.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
