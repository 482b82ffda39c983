/// Axon's event store, tokens, sagas, dead letters and deadlines on PostgreSQL.
@NullMarked
package dev.baton.axon.postgres;

import org.jspecify.annotations.NullMarked;
