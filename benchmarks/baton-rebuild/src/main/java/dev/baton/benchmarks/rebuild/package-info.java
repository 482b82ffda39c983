/// The rebuild of read models, beside what the machine allows.
@NullMarked
package dev.baton.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
