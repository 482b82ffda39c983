/// Baton as another system meets it: deal-service, a process of its own, over HTTP.
@NullMarked
package dev.baton.benchmarks.http;

import org.jspecify.annotations.NullMarked;
