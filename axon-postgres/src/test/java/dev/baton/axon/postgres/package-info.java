@NullMarked
package dev.baton.axon.postgres;

import org.jspecify.annotations.NullMarked;
