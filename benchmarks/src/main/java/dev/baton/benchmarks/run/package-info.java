@NullMarked
package dev.baton.benchmarks.run;

import org.jspecify.annotations.NullMarked;
