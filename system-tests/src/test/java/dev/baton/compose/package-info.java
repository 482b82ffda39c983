/// What Docker would be told: docker-compose.yml, the Dockerfile and the script that makes the databases, read and run
/// without it.
@NullMarked
package dev.baton.compose;

import org.jspecify.annotations.NullMarked;
