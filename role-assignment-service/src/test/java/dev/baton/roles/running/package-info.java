/// The whole service on a real PostgreSQL and a real Kafka.
@NullMarked
package dev.baton.roles.running;

import org.jspecify.annotations.NullMarked;
