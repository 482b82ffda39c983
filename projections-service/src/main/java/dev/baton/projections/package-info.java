/// Read models, queries and the console: what the events of both topics come to.
@NullMarked
package dev.baton.projections;

import org.jspecify.annotations.NullMarked;
