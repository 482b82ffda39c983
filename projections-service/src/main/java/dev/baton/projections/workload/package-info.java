/// People in their roles and the places that deals take of their capacity.
@NullMarked
package dev.baton.projections.workload;

import org.jspecify.annotations.NullMarked;
