/// The events of both topics as they were read: envelope and record together.
@NullMarked
package dev.baton.projections.fact;

import org.jspecify.annotations.NullMarked;
