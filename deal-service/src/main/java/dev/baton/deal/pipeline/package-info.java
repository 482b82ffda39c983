/// Pipelines as versioned data: kept, cached, and changed by adding a version.
@NullMarked
package dev.baton.deal.pipeline;

import org.jspecify.annotations.NullMarked;
