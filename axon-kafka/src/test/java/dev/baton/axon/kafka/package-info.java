@NullMarked
package dev.baton.axon.kafka;

import org.jspecify.annotations.NullMarked;
