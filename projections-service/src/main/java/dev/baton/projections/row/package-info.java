/// Records in tables: multi-row upserts and reads by key.
@NullMarked
package dev.baton.projections.row;

import org.jspecify.annotations.NullMarked;
